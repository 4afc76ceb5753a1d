/**
 * A live cluster is not built, so a lab is a claim about it: its nodes, with their addresses, and its
 * pools are compared. Segments, routers and hosts outside of the cluster are taken at the lab's word.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import type { Inventory, Pool } from '../../driver';
import type { LiveNode } from './live-inventory';

/** The first thing in which the cluster is not the lab, as a sentence; `undefined` where it is. */
export function differenceFrom(
  lab: Pick<Inventory, 'nodes' | 'pools'>,
  nodes: readonly LiveNode[],
  pools: readonly Pool[],
): string | undefined {
  const wanted = new Map(lab.nodes.map(({ name, address }) => [name, formatIpv4(address)]));
  const there = new Map(nodes.map(({ name, address }) => [name, formatIpv4(address)]));
  return (
    differenceOfNames('node', wanted, there) ??
    [...wanted]
      .map(([name, address]) => {
        const live = there.get(name);
        return live === address ? undefined : `its node ${name} has ${live}, and not ${address}`;
      })
      .find((sentence) => sentence !== undefined) ??
    differenceOfPools(lab.pools, pools)
  );
}

function differenceOfPools(wanted: readonly Pool[], there: readonly Pool[]): string | undefined {
  const live = new Map(there.map((pool) => [pool.name, pool]));
  const names = differenceOfNames('pool', new Map(wanted.map((pool) => [pool.name, pool])), live);
  if (names !== undefined) return names;
  for (const pool of wanted) {
    const found = new Map(Object.entries(live.get(pool.name) ?? {}));
    for (const [field, value] of Object.entries(pool)) {
      if (found.get(field) === value) continue;
      return `${field} of its pool ${pool.name} is ${found.get(field)}, and not ${value}`;
    }
  }
  return undefined;
}

function differenceOfNames(
  what: string,
  wanted: ReadonlyMap<string, unknown>,
  there: ReadonlyMap<string, unknown>,
): string | undefined {
  const lacking = [...wanted.keys()].find((name) => !there.has(name));
  if (lacking !== undefined) return `it has no ${what} ${lacking}`;
  const extra = [...there.keys()].find((name) => !wanted.has(name));
  return extra === undefined ? undefined : `it has a ${what} ${extra}, which the lab has not`;
}
