/**
 * The REJECT target's answers (net/ipv4/netfilter/nf_reject_ipv4.c): an ICMP error in the name of
 * this host, or a reset in the name of the destination.
 */
import type { RejectWith } from '../../netfilter/targets/reject';
import { ICMP_DEST_UNREACHABLE } from '../../wire/icmp';
import type { Netns } from '../netns';
import type { Skb } from '../skb';
import { sendReset } from '../sockets/tcp-reset';

const CODES = {
  'icmp-net-unreachable': 0,
  'icmp-host-unreachable': 1,
  'icmp-proto-unreachable': 2,
  'icmp-port-unreachable': 3,
  'icmp-net-prohibited': 9,
  'icmp-host-prohibited': 10,
  'icmp-admin-prohibited': 13,
} as const satisfies Record<Exclude<RejectWith, 'tcp-reset'>, number>;

export function reject(netns: Netns, skb: Skb, kind: RejectWith): void {
  if (kind === 'tcp-reset') {
    if (skb.packet.payload.kind === 'tcp') sendReset(netns, skb, skb.packet.payload, true);
    return;
  }
  netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODES[kind], 0);
}
