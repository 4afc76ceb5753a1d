/**
 * The header that stands for the link layer where frames of all interfaces are captured at once:
 * LINUX_SLL2 (https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html; pcap-linux.c of libpcap 1.10).
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |           EtherType           |               0               |
 *    +---------------+---------------+---------------+---------------+
 *    |                        interface index                        |
 *    +---------------+---------------+---------------+---------------+
 *    |        hardware type          |  packet type  |  MAC's length |
 *    +---------------+---------------+---------------+---------------+
 *    |  the sender's MAC, and zeros: 8 bytes
 */
import type { Mac } from '../addr/mac';
import { writeMac } from './mac-field';

/** Whose frame it is (PACKET_HOST and its neighbours), as a number on the wire. */
export const SLL_HOST = 0;
export const SLL_BROADCAST = 1;
export const SLL_MULTICAST = 2;
export const SLL_OTHER_HOST = 3;
export const SLL_OUTGOING = 4;

/** Kinds of devices (ARPHRD_ETHER and its neighbours, include/uapi/linux/if_arp.h). */
export const HARDWARE_ETHERNET = 1;
export const HARDWARE_TUNNEL = 768;
export const HARDWARE_LOOPBACK = 772;

export interface Sll2Header {
  readonly etherType: number;
  readonly interfaceIndex: number;
  readonly hardwareType: number;
  readonly packetType: number;
  /** `undefined` where the device has none. */
  readonly source: Mac | undefined;
}

/** The header's length in bytes. */
export const SLL2_SIZE = 20;

/** Writes every byte of the header at `at`, where there is room for it. */
export function writeSll2(header: Sll2Header, view: DataView, at: number): void {
  view.setUint16(at, header.etherType);
  view.setUint16(at + 2, 0);
  view.setUint32(at + 4, header.interfaceIndex);
  view.setUint16(at + 8, header.hardwareType);
  view.setUint8(at + 10, header.packetType);
  view.setUint8(at + 11, header.source === undefined ? 0 : 6);
  view.setUint32(at + 12, 0);
  view.setUint32(at + 16, 0);
  if (header.source !== undefined) writeMac(header.source, view, at + 12);
}
