/**
 * Each drop reason in plain words, for people who have not met `enum skb_drop_reason`
 * (include/net/dropreason-core.h) before. A reason without its sentence does not compile.
 */
import type { DropReason } from '../wire/drop-reason';

const SENTENCES: Readonly<Record<DropReason, string>> = {
  NOT_SPECIFIED: 'the kernel dropped the packet without a reason of its own',
  NO_SOCKET: 'no program listens on that port or for that answer',
  PKT_TOO_SMALL: 'the packet is shorter than its own headers say',
  TCP_CSUM: 'the TCP checksum is wrong',
  UDP_CSUM: 'the UDP checksum is wrong',
  ICMP_CSUM: 'the ICMP checksum is wrong',
  NETFILTER_DROP: 'a netfilter rule dropped the packet',
  OTHERHOST: 'the frame was addressed to the MAC address of another interface',
  IP_CSUM: 'the checksum of the IP header is wrong',
  IP_INHDR: 'the IP header cannot be used: it is malformed, or its TTL has run out',
  IP_RPFILTER:
    'the source address is not reached through the interface that the packet came in by (rp_filter)',
  IP_NOPROTO: 'the host has nothing that takes packets of this protocol',
  IP_INNOROUTES: 'the host has no route on which it could forward or accept the packet',
  IP_OUTNOROUTES: 'the host has no route to the destination',
  IP_INADDRERRORS: 'the host does not forward packets to this address',
  IP_LOCAL_SOURCE: 'the packet came in with a source address that is one of the host itself',
  IP_INVALID_SOURCE: 'the source address is one that no host can have',
  NEIGH_FAILED: 'nobody answered the ARP requests for the next hop',
  NEIGH_QUEUEFULL: 'too many packets were already waiting for the next hop to answer ARP',
  NEIGH_DEAD: 'the neighbour entry that the packet waited for was removed',
  DUP_FRAG: 'the same fragment had arrived before',
  FRAG_REASM_TIMEOUT: 'the other fragments of the packet did not arrive in time',
  PKT_TOO_BIG: 'the packet is larger than the MTU and must not be fragmented',
  HDR_TRUNC: 'the packet ends before its header does',
  DEV_READY: 'the interface is down',
  DEV_HDR: 'the link-layer header could not be written',
  FULL_RING: 'the queue of the interface is full',
  UNHANDLED_PROTO: 'the host does not know the protocol inside the frame',
  VXLAN_INVALID_HDR: 'the VXLAN header has flags that the device does not expect',
  VXLAN_VNI_NOT_FOUND: 'no VXLAN device of the host has this network identifier',
  VXLAN_NO_REMOTE: 'the VXLAN device has no forwarding entry for the next hop',
  MAC_INVALID_SOURCE: 'the source MAC address is one that no interface can have',
  TUNNEL_TXINFO: 'the tunnel does not know which node is the other end',
  RECURSION_LIMIT: 'the packet went through too many devices within one host',
  LINK_LOSS: 'the link lost the frame, as the lab told it to',
};

/** One sentence without a full stop: `nobody answered the ARP requests for the next hop`. */
export function explainDrop(reason: DropReason): string {
  return SENTENCES[reason];
}
