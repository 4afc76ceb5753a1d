/**
 * ARP for IPv4 over Ethernet (RFC 826). Linux: net/ipv4/arp.c.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';

export interface ArpPacket {
  readonly kind: 'arp';
  readonly operation: 'request' | 'reply';
  readonly senderMac: Mac;
  readonly senderIp: Ipv4;
  readonly targetMac: Mac;
  readonly targetIp: Ipv4;
}
