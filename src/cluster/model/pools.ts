/**
 * IPPools as IPAM and Felix read them. IPv6 pools are stored, and give no addresses here.
 */
import { parseCidr } from '../../addr/cidr';
import type { AddressUse, IpPool } from '../../calico/model';
import { type IpPool as IpPoolResource, ipPoolKind } from '../../calico/resources/ip-pool';
import { selector } from '../../k8s/labels';
import type { ResourceStore } from '../../k8s/store';

export function poolsOf(store: ResourceStore): readonly IpPool[] {
  return store.list(ipPoolKind).flatMap(poolOf);
}

function poolOf({ metadata, spec }: IpPoolResource): IpPool[] {
  const cidr = parseCidr(spec.cidr);
  if (cidr === undefined) return [];
  return [
    {
      name: metadata.name,
      cidr,
      blockSize: spec.blockSize,
      ipipMode: spec.ipipMode,
      vxlanMode: spec.vxlanMode,
      natOutgoing: spec.natOutgoing,
      disabled: spec.disabled,
      disableBGPExport: spec.disableBGPExport,
      nodeSelector: selector(spec.nodeSelector).matches,
      allowedUses: spec.allowedUses.filter((use): use is AddressUse => use !== 'LoadBalancer'),
    },
  ];
}
