/**
 * What IPAM obeys: IPAMConfiguration `default`, the pools and the IPReservations.
 */
import { parseCidr } from '../../addr/cidr';
import { DEFAULT_IPAM_SETTINGS, type IpamSettings } from '../../calico/ipam/ipam';
import type { IpPool } from '../../calico/model';
import { ipReservationKind } from '../../calico/resources/ip-reservation';
import { ipamConfigurationKind } from '../../calico/resources/ipam-configuration';
import type { ResourceStore } from '../../k8s/store';

export function ipamSettingsOf(store: ResourceStore, pools: readonly IpPool[]): IpamSettings {
  const spec = store.get(ipamConfigurationKind, 'default')?.spec;
  const reservations = store
    .list(ipReservationKind)
    .flatMap(({ spec: { reservedCIDRs = [] } }) =>
      reservedCIDRs.flatMap((text) => parseCidr(text) ?? []),
    );
  return {
    pools,
    strictAffinity: spec?.strictAffinity ?? DEFAULT_IPAM_SETTINGS.strictAffinity,
    autoAllocateBlocks: spec?.autoAllocateBlocks ?? DEFAULT_IPAM_SETTINGS.autoAllocateBlocks,
    maxBlocksPerHost: spec?.maxBlocksPerHost || DEFAULT_IPAM_SETTINGS.maxBlocksPerHost,
    reservations,
  };
}
