/**
 * What a node's BIRD announces (confd's bird_ipam.cfg.template and bird_aggr.cfg.template), and what it
 * programs (filter `calico_kernel_programming` of the former), in the language of BIRD 2.
 *
 * Calico's BIRD is patched to know `krt_tunnel`; in the stock one a filter names device, onlink and
 * gateway itself, in this order: a gateway that is not on a subnet is only taken once the route is onlink.
 */
import { cidrOf, formatCidr } from '../../../addr/cidr';
import { type Advertisement, advertisementsOf } from '../../../calico/advertisement';
import type { CalicoModel, CalicoNode, IpPool } from '../../../calico/model';
import { blocksOf } from '../../../calico/model-index';

/** Addresses that the node uses of blocks that are somebody else's. */
export function borrowedBy(model: CalicoModel, node: CalicoNode): readonly Advertisement[] {
  const own = blocksOf(model, node).map(({ cidr }) => formatCidr(cidr));
  return advertisementsOf(model, node).filter(({ prefix }) => !own.includes(formatCidr(prefix)));
}

/** Own blocks as a whole, and of other addresses of the pools each by itself. */
export function announcedFilter(model: CalicoModel, node: CalicoNode): readonly string[] {
  const kept = model.pools.filter(({ disableBGPExport }) => disableBGPExport);
  return [
    'filter announced {',
    ...kept.map(({ cidr }) => `  if net ~ ${formatCidr(cidr)} then reject;`),
    ...blocksOf(model, node).flatMap(({ cidr }) => [
      `  if net = ${formatCidr(cidr)} then accept;`,
      `  if net ~ ${formatCidr(cidr)} then reject;`,
    ]),
    ...model.pools.map(({ cidr }) => `  if net ~ ${formatCidr(cidr)} then accept;`),
    '  reject;',
    '}',
  ];
}

export function kernelFilter(model: CalicoModel, node: CalicoNode): readonly string[] {
  return [
    'filter programmed {',
    // The kernel has its own: of its devices, the way out, and by Felix those of borrowed addresses.
    '  if source = RTS_DEVICE || net = 0.0.0.0/0 then reject;',
    ...borrowedBy(model, node).map(({ prefix }) => `  if net = ${formatCidr(prefix)} then reject;`),
    ...model.pools.flatMap((pool) => [
      `  if net ~ ${formatCidr(pool.cidr)} then {`,
      ...programmed(pool, node).map((line) => `    ${line}`),
      '  }',
    ]),
    '  accept;',
    '}',
  ];
}

const THROUGH_TUNNEL = 'ifname = "tunl0"; onlink = true; gw = bgp_next_hop; accept;';

function programmed(pool: IpPool, { address }: CalicoNode): readonly string[] {
  // Routes of VXLAN pools are Felix's.
  if (pool.vxlanMode !== 'Never') return ['reject;'];
  const isOwn = 'if ! defined(bgp_next_hop) then accept;';
  switch (pool.ipipMode) {
    case 'Never':
      return ['accept;'];
    case 'Always':
      return [isOwn, THROUGH_TUNNEL];
    case 'CrossSubnet': {
      const isNeighbour = `if bgp_next_hop ~ ${formatCidr(cidrOf(address.address, address.length))} then accept;`;
      return [isOwn, isNeighbour, THROUGH_TUNNEL];
    }
  }
}
