/**
 * Names for addresses. The machines of a lab know each other as if /etc/hosts named them, by the
 * address of their first card; in a pod only `localhost` and its own name are known, for there is no
 * DNS here.
 */
import { type Ipv4, ipv4, parseIpv4 } from '../addr/ipv4';
import type { Netns } from '../kernel/netns';

const LOCALHOST = 'localhost';

/** @returns `undefined` where nobody is called that */
export function resolveName(netns: Netns, name: string): Ipv4 | undefined {
  return parseIpv4(name) ?? hostsOf(netns).get(name);
}

/** @returns the name, or the address as it is written where it has none */
export function nameOfAddress(netns: Netns, address: Ipv4): string | undefined {
  for (const [name, own] of hostsOf(netns)) if (own === address) return name;
  return undefined;
}

/** What the host calls itself: a pod's network namespace is `namespace/pod`, the pod is just `pod`. */
export function ownName({ name }: Netns): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What a pod's /etc/hosts has, or a machine's. */
function hostsOf(netns: Netns): ReadonlyMap<string, Ipv4> {
  const hosts = new Map<string, Ipv4>([[LOCALHOST, ipv4('127.0.0.1')]]);
  const known = isPod(netns) ? [netns] : netns.network.hosts.values();
  for (const host of known) {
    const address = isPod(host) && host !== netns ? undefined : mainAddress(host);
    if (address !== undefined) hosts.set(ownName(host), address);
  }
  return hosts;
}

function isPod({ name }: Netns): boolean {
  return name.includes('/');
}

function mainAddress({ devices }: Netns): Ipv4 | undefined {
  for (const { driver, addresses } of devices.values()) {
    const [first] = driver.kind === 'nic' || driver.kind === 'veth' ? addresses : [];
    if (first !== undefined) return first.address;
  }
  return undefined;
}
