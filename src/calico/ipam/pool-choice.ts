/**
 * Which pools an address may come from (libcalico-go/lib/ipam/ipam.go, `determinePools`).
 */
import { type Cidr, formatCidr } from '../../addr/cidr';
import type { AddressUse, CalicoNode, IpPool } from '../model';
import { IpamError } from './ipam-error';

/**
 * Pools that were asked for are taken as they are; else those that select the node, in the order of
 * their names.
 *
 * @throws IpamError where a requested pool is not there or disabled, or no pool is left
 */
export function poolsFor(
  request: {
    readonly node: Pick<CalicoNode, 'name' | 'labels'>;
    readonly use: AddressUse;
    readonly requestedPools: readonly Cidr[];
  },
  pools: readonly IpPool[],
): readonly IpPool[] {
  const { node, use, requestedPools } = request;
  const enabled = pools.filter(({ disabled }) => !disabled);
  const chosen =
    requestedPools.length > 0
      ? requestedPools.map((cidr) => requestedPool(cidr, enabled))
      : enabled.filter((pool) => pool.nodeSelector(node.labels));
  const usable = chosen.filter(({ allowedUses }) => allowedUses.includes(use));
  if (usable.length === 0) throw new IpamError(`no configured Calico pools for node ${node.name}`);
  return usable;
}

function requestedPool(wanted: Cidr, enabled: readonly IpPool[]): IpPool {
  const text = formatCidr(wanted);
  const pool = enabled.find(({ cidr }) => formatCidr(cidr) === text);
  if (pool !== undefined) return pool;
  throw new IpamError(`the given pool (${text}) does not exist, or is not enabled`);
}
