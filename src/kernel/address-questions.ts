/**
 * What netfilter asks a host about addresses.
 */
import { type Ipv4, isMulticast, LIMITED_BROADCAST, UNSPECIFIED } from '../addr/ipv4';
import type { AddressType } from '../netfilter/packet';
import type { Ipv4Packet } from '../wire/ipv4';
import type { Netns } from './netns';
import { selectSourceAddress } from './source-address';

/** `__inet_dev_addr_type`, net/ipv4/fib_frontend.c: only the table `local` is asked. */
export function addressType(netns: Netns, address: Ipv4, device?: string): AddressType {
  if (address === UNSPECIFIED || address === LIMITED_BROADCAST) return 'BROADCAST';
  if (isMulticast(address)) return 'MULTICAST';
  const entry = netns.fib.lookup(address);
  if (entry?.table !== 'local') return 'UNICAST';
  if (device !== undefined && entry.device?.name !== device) return 'UNICAST';
  return entry.route.type === 'broadcast' ? 'BROADCAST' : 'LOCAL';
}

/** `rpfilter_lookup_reverse`, net/ipv4/netfilter/ipt_rpfilter.c. */
export function reversePathHolds(
  netns: Netns,
  packet: Ipv4Packet,
  inInterface: string,
  loose: boolean,
): boolean {
  const device = netns.devices.get(inInterface);
  if (device === undefined || device === netns.loopback) return true;
  const entry = netns.fib.lookup(packet.source);
  if (entry?.route.type !== 'unicast') return false;
  return loose || entry.device === device;
}

/** `nf_nat_masquerade_ipv4`: the address of the way out, as seen from the next hop. */
export function masqueradeAddress(
  netns: Netns,
  outInterface: string,
  destination: Ipv4,
): Ipv4 | undefined {
  const device = netns.devices.get(outInterface);
  if (device === undefined) return undefined;
  const nextHop = netns.fib.lookup(destination, device)?.route.via ?? destination;
  return selectSourceAddress(device, nextHop, 'global');
}
