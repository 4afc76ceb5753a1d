/**
 * ARP for IPv4 over Ethernet (RFC 826). Linux: net/ipv4/arp.c.
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |       hardware type (1)       |    protocol type (0x0800)     |
 *    +---------------+---------------+---------------+---------------+
 *    |  MAC size (6) |  IP size (4)  |           operation           |
 *    +---------------+---------------+---------------+---------------+
 *    |  sender's MAC, sender's IP, target's MAC, target's IP: 20 bytes
 */
import { type Ipv4, ipv4FromBits } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import { type Codec, malformed } from './codec';
import { readMac, writeMac } from './mac-field';

export interface ArpPacket {
  readonly kind: 'arp';
  readonly operation: 'request' | 'reply';
  readonly senderMac: Mac;
  readonly senderIp: Ipv4;
  readonly targetMac: Mac;
  readonly targetIp: Ipv4;
}

/** The packet's length in bytes. */
export const ARP_SIZE = 28;

const ETHERNET_AND_IPV4 = 0x0001_0800;
const SIX_AND_FOUR = 0x0604;
const REQUEST = 1;
const REPLY = 2;

export const arp: Codec<ArpPacket> = {
  size: () => ARP_SIZE,

  write(packet, view, at) {
    view.setUint32(at, ETHERNET_AND_IPV4);
    view.setUint16(at + 4, SIX_AND_FOUR);
    view.setUint16(at + 6, packet.operation === 'request' ? REQUEST : REPLY);
    writeMac(packet.senderMac, view, at + 8);
    view.setUint32(at + 14, packet.senderIp);
    writeMac(packet.targetMac, view, at + 18);
    view.setUint32(at + 24, packet.targetIp);
  },

  read(view, at, end) {
    if (end < at + ARP_SIZE) return malformed('HDR_TRUNC');
    const operation = view.getUint16(at + 6);
    // As arp_process(): other hardware, other protocols and other operations are not for this host.
    if (view.getUint32(at) !== ETHERNET_AND_IPV4) return malformed('NOT_SPECIFIED');
    if (view.getUint16(at + 4) !== SIX_AND_FOUR) return malformed('NOT_SPECIFIED');
    if (operation !== REQUEST && operation !== REPLY) return malformed('NOT_SPECIFIED');
    return {
      kind: 'arp',
      operation: operation === REQUEST ? 'request' : 'reply',
      senderMac: readMac(view, at + 8),
      senderIp: ipv4FromBits(view.getUint32(at + 14)),
      targetMac: readMac(view, at + 18),
      targetIp: ipv4FromBits(view.getUint32(at + 24)),
    };
  },
};
