/** IP pools may not overlap (libcalico-go, lib/clientv3/ippool.go). */
import { cidrsOverlap, parseCidr } from '../../addr/cidr';
import { type IpPool, ipPoolKind } from '../../calico/resources/ip-pool';
import type { ResourceStore } from '../../k8s/store';
import type { Refusal } from './refusal';

export function admitPool({ metadata, spec }: IpPool, store: ResourceStore): Refusal | undefined {
  const wanted = parseCidr(spec.cidr);
  const other = store.list(ipPoolKind).find((pool) => {
    const cidr = parseCidr(pool.spec.cidr);
    const isOther = pool.metadata.name !== metadata.name;
    return isOther && wanted !== undefined && cidr !== undefined && cidrsOverlap(wanted, cidr);
  });
  if (other === undefined) return undefined;
  const says = `IPPool(${metadata.name}) CIDR overlaps with IPPool(${other.metadata.name}) CIDR ${other.spec.cidr}`;
  return { code: 'conflict', path: ['spec', 'cidr'], says };
}
