/**
 * The prefixes by which a node's pods are reached (confd's bird_aggr.cfg.template; for VXLAN,
 * felix/calc/l3_route_resolver.go): each of its blocks as a whole, and each address that it uses from
 * a block of somebody else's by itself. What is inside an own block goes without saying.
 */
import { type Cidr, cidrContains } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { CalicoModel, CalicoNode, IpPool } from './model';
import { blocksOf, endpointsOn, indexOf } from './model-index';
import { perNode } from './per-model';

export interface Advertisement {
  readonly prefix: Cidr;
  /** `undefined`: the block's pool is gone. */
  readonly pool: IpPool | undefined;
}

/** Computed once a node, however many others ask for it. */
export const advertisementsOf = perNode((model, node): readonly Advertisement[] =>
  prefixesOf(model, node).map((prefix) => {
    return { prefix, pool: indexOf(model).pools.lookup(prefix.address) };
  }),
);

function prefixesOf(model: CalicoModel, node: CalicoNode): readonly Cidr[] {
  const own = blocksOf(model, node).map(({ cidr }) => cidr);
  const { pools } = indexOf(model);
  const borrowed = addressesOn(model, node).filter((address) => {
    return !own.some((block) => cidrContains(block, address)) && pools.lookup(address);
  });
  return [...own, ...borrowed.map((address) => ({ address, length: 32 }))];
}

function addressesOn(model: CalicoModel, node: CalicoNode): readonly Ipv4[] {
  const tunnels = [node.ipipTunnelAddress, node.vxlanTunnelAddress];
  return [
    ...tunnels.filter((address) => address !== undefined),
    ...endpointsOn(model, node).map(({ address }) => address),
  ];
}
