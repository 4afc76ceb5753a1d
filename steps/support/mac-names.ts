/**
 * Names for MAC addresses, because a pod's MAC is drawn by the kernel and no sentence can know it:
 * `pod1` for the MAC that only pod1 has, `ens5 of k8s-w1` for a node's, and the address itself where
 * several interfaces share it, as all cali interfaces do.
 */
import { BROADCAST_MAC, formatMac } from '../../src/addr/mac';
import type { Inventory, Link } from '../../src/driver/driver';
import { spoken } from './references';
import type { ClusterWorld } from './world';

export async function macNames(world: ClusterWorld): Promise<(mac: string) => string> {
  const inventory = await world.inventory();
  const cluster = await world.cluster();
  const links = new Map<string, readonly Link[]>();
  for (const host of hostsOf(inventory)) links.set(host, await cluster.links(host));
  return macNamesOf(inventory, links);
}

/** All that have interfaces. */
export function hostsOf({ nodes, outside, routers, workloads }: Inventory): readonly string[] {
  return [
    ...[...nodes, ...outside, ...routers].map(({ name }) => name),
    ...workloads.map(({ pod }) => pod),
  ];
}

/** @param links those of each host */
export function macNamesOf(
  { workloads }: Inventory,
  links: ReadonlyMap<string, readonly Link[]>,
): (mac: string) => string {
  const pods = new Set(workloads.map(({ pod }) => pod));
  const owners = new Map<string, string[]>();
  for (const [host, ofHost] of links) {
    for (const link of ofHost) {
      if (link.mac === undefined || link.kind === 'loopback') continue;
      const name = pods.has(host) ? spoken(host) : `${link.name} of ${host}`;
      const mac = formatMac(link.mac);
      owners.set(mac, [...(owners.get(mac) ?? []), name]);
    }
  }
  return (mac) => {
    if (mac === formatMac(BROADCAST_MAC)) return 'broadcast';
    const [owner, ...others] = owners.get(mac) ?? [];
    // Calico's one MAC stays a MAC even where a lab has only one cali interface.
    return owner === undefined || others.length > 0 || mac === CALI_MAC ? mac : owner;
  };
}

/** What Calico's CNI plugin gives to every cali interface. */
export const CALI_MAC = 'ee:ee:ee:ee:ee:ee';
