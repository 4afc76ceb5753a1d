/**
 * Frames and packets in tcpdump's words (print-ether.c, print-arp.c): the lines that
 * `tcpdump -nn -S -t` prints of them, with `-e` or `-v` if asked. A VXLAN packet has a line more for
 * the frame inside; `-v` has more lines still.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { unreachable } from '../base/invariant';
import { ARP_SIZE, type ArpPacket } from './arp';
import { etherTypeOf, type Frame } from './ethernet';
import { frameLength, type Ipv4Packet } from './ipv4';
import { ipv4Text, type PrintStyle } from './print-ipv4';

const ETHERTYPE_NAMES: Readonly<Record<number, string>> = {
  2048: 'IPv4',
  2054: 'ARP',
  34525: 'IPv6',
};

const PLAIN: PrintStyle = { showsLink: false, isVerbose: false, frame: frameText };
const WITH_LINK: PrintStyle = { showsLink: true, isVerbose: false, frame: frameText };
const VERBOSE: PrintStyle = { showsLink: false, isVerbose: true, frame: frameText };

/** `IP 172.16.158.3 > 172.16.158.2: ICMP echo request, id 6617, seq 1, length 64`. */
export function packetLine(seen: Frame | Ipv4Packet): string {
  return seen.kind === 'frame' ? frameText(seen, PLAIN) : ipv4Text(seen, PLAIN);
}

/** As `-e`: MAC addresses, EtherType and length of the frame come first. */
export function linkLine(seen: Frame | Ipv4Packet): string {
  return seen.kind === 'frame' ? frameText(seen, WITH_LINK) : `ip: ${ipv4Text(seen, WITH_LINK)}`;
}

/** As `-v`: the fields of every IP header, and what an ICMP error quotes. */
export function verboseLines(seen: Frame | Ipv4Packet): string {
  return seen.kind === 'frame' ? frameText(seen, VERBOSE) : ipv4Text(seen, VERBOSE);
}

function frameText(frame: Frame, style: PrintStyle): string {
  const { payload } = frame;
  const link = style.showsLink ? linkText(frame) : '';
  switch (payload.kind) {
    case 'arp':
      return link + arpText(payload, style);
    case 'ipv4':
      return link + ipv4Text(payload, style);
    case 'unknown':
      return linkText(frame).trimEnd();
    default:
      return unreachable(payload);
  }
}

function linkText(frame: Frame): string {
  const etherType = etherTypeOf(frame.payload);
  const name = ETHERTYPE_NAMES[etherType] ?? 'Unknown';
  const type = `ethertype ${name} (0x${etherType.toString(16).padStart(4, '0')})`;
  const ends = `${formatMac(frame.source)} > ${formatMac(frame.destination)}`;
  return `${ends}, ${type}, length ${frameLength(frame)}: `;
}

function arpText(packet: ArpPacket, style: PrintStyle): string {
  const label = style.showsLink ? '' : 'ARP, ';
  const sizes = style.isVerbose ? 'Ethernet (len 6), IPv4 (len 4), ' : '';
  const sender = formatIpv4(packet.senderIp);
  const what =
    packet.operation === 'request'
      ? `Request who-has ${formatIpv4(packet.targetIp)}${askedMac(packet)} tell ${sender}`
      : `Reply ${sender} is-at ${formatMac(packet.senderMac)}`;
  return `${label}${sizes}${what}, length ${ARP_SIZE}`;
}

/** A unicast probe names whom it asks. */
function askedMac({ targetMac }: ArpPacket): string {
  return targetMac === 0 ? '' : ` (${formatMac(targetMac)})`;
}
