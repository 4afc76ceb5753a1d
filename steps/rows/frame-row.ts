/**
 * A captured frame as a row: `frame` is what `tcpdump -n` prints of it, without what differs from run
 * to run (ICMP ids, ports that the kernel chose, sequence numbers of TCP).
 */
import { formatIpv4 } from '../../src/addr/ipv4';
import { formatMac } from '../../src/addr/mac';
import type { CapturedFrame } from '../../src/trace/trace';
import type { ArpPacket } from '../../src/wire/arp';
import type { Frame } from '../../src/wire/ethernet';
import type { IcmpError } from '../../src/wire/icmp';
import type { Ipv4Packet } from '../../src/wire/ipv4';
import { innermostOf, packetOf } from '../support/exchange';
import { spoken } from '../support/references';
import type { Row } from './compare-rows';

/** @param nameOfMac the owner of a MAC address that only one interface has, else the MAC itself */
export function frameRow(captured: CapturedFrame, nameOfMac: (mac: string) => string): Row {
  const { frame } = captured;
  const packet = packetOf(frame);
  return {
    host: spoken(captured.host),
    interface: captured.device,
    direction: captured.direction,
    from: frame.kind === 'frame' ? nameOfMac(formatMac(frame.source)) : '',
    to: frame.kind === 'frame' ? nameOfMac(formatMac(frame.destination)) : '',
    frame: describeFrame(frame, nameOfMac),
    ttl: packet === undefined ? '' : String(packet.ttl),
    'inner ttl': packet === undefined ? '' : String(innermostOf(packet).ttl),
    DF: packet === undefined ? '' : packet.dontFragment ? 'set' : 'clear',
    source: packet === undefined ? '' : formatIpv4(packet.source),
    destination: packet === undefined ? '' : formatIpv4(packet.destination),
  };
}

export function describeFrame(
  frame: Frame | Ipv4Packet,
  nameOfMac: (mac: string) => string,
): string {
  const payload = frame.kind === 'ipv4' ? frame : frame.payload;
  switch (payload.kind) {
    case 'arp':
      return describeArp(payload, nameOfMac);
    case 'ipv4':
      return describePacket(payload);
    case 'unknown':
      return `ethertype 0x${payload.etherType.toString(16).padStart(4, '0')}`;
  }
}

function describeArp(arp: ArpPacket, nameOfMac: (mac: string) => string): string {
  if (arp.operation === 'reply') {
    return `ARP, Reply ${formatIpv4(arp.senderIp)} is-at ${nameOfMac(formatMac(arp.senderMac))}`;
  }
  return `ARP, Request who-has ${formatIpv4(arp.targetIp)} tell ${formatIpv4(arp.senderIp)}`;
}

function describePacket(packet: Ipv4Packet): string {
  const ends = `IP ${formatIpv4(packet.source)} > ${formatIpv4(packet.destination)}:`;
  const { payload } = packet;
  switch (payload.kind) {
    case 'ipv4':
      return `${ends} ${describePacket(payload)}`;
    case 'icmp-echo':
      return `${ends} ICMP echo ${payload.type}, seq ${payload.sequence}`;
    case 'icmp-error':
      return `${ends} ICMP ${describeError(payload)}`;
    case 'udp':
      if (payload.payload.kind !== 'vxlan') return `${ends} UDP`;
      return `${ends} VXLAN, vni ${payload.payload.vni}: ${innerText(payload.payload.inner)}`;
    case 'tcp':
      return `${ends} TCP`;
    case 'data':
      return packet.fragmentOffset > 0 || packet.moreFragments
        ? `${ends} fragment at ${packet.fragmentOffset}, ${payload.bytes.length} bytes`
        : `${ends} ip-proto-${packet.protocol}`;
  }
}

function innerText(inner: Frame): string {
  return inner.payload.kind === 'ipv4' ? describePacket(inner.payload) : inner.payload.kind;
}

/** tcpdump's words (print-icmp.c), for the errors that Linux sends on the way of a ping. */
function describeError(error: IcmpError): string {
  const destination = formatIpv4(error.quoted.destination);
  switch (`${error.type}/${error.code}`) {
    case '3/0':
      return `net ${destination} unreachable`;
    case '3/1':
      return `host ${destination} unreachable`;
    case '3/4':
      return `${destination} unreachable - need to frag (mtu ${error.rest & 0xffff})`;
    case '11/0':
      return 'time exceeded in-transit';
    default:
      return `type ${error.type}, code ${error.code}`;
  }
}
