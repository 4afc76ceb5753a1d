/**
 * A packet for somebody else (`ip_forward`, net/ipv4/ip_forward.c). Errors that the routing code
 * makes quote the packet before its TTL is decremented, those of iptables after it.
 */
import { ICMP_DEST_UNREACHABLE, ICMP_REDIRECT, ICMP_TIME_EXCEEDED } from '../../wire/icmp';
import { packetLength, withTtl } from '../../wire/ipv4';
import type { Netns } from '../netns';
import type { RouteResult } from '../route-result';
import type { Skb } from '../skb';
import { passHook } from './hook';
import { mayRedirect } from './icmp-rate';
import { output } from './output';

const CODE_TTL_EXCEEDED = 0;
const CODE_FRAGMENTATION_NEEDED = 4;
const CODE_REDIRECT_HOST = 1;

export function forward(netns: Netns, skb: Skb, route: RouteResult): void {
  if (skb.packetType !== 'host') {
    skb.trace.drop('OTHERHOST', 'a packet in a broadcast frame is not forwarded');
    return;
  }
  if (skb.packet.ttl <= 1) {
    netns.stack.sendError(skb, ICMP_TIME_EXCEEDED, CODE_TTL_EXCEEDED, 0);
    skb.trace.drop('IP_INHDR', 'the TTL has run out');
    return;
  }
  const { mtu } = route;
  if (exceeds(skb, mtu)) {
    netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODE_FRAGMENTATION_NEEDED, mtu);
    skb.trace.drop('PKT_TOO_BIG', `${packetLength(skb.packet)} bytes with DF do not fit ${mtu}`);
    return;
  }
  skb.packet = withTtl(skb.packet, skb.packet.ttl - 1);
  if (skb.wantsRedirect && mayRedirect(netns, skb.packet.source)) {
    netns.stack.sendError(skb, ICMP_REDIRECT, CODE_REDIRECT_HOST, route.nextHop);
  }
  skb.outInterface = route.device.name;
  if (!passHook(netns, skb, 'forward')) return;
  output(netns, skb, route);
}

/** `ip_exceeds_mtu`. */
function exceeds(skb: Skb, mtu: number): boolean {
  if (packetLength(skb.packet) <= mtu || !skb.packet.dontFragment) return false;
  return skb.fragmentSizeMax === 0 || skb.fragmentSizeMax > mtu;
}
