/**
 * A frame as named fields, every header field of it, from the outermost to the innermost: `ip.ttl`, and
 * behind a tunnel `inner.ip.ttl`; of the packet that an ICMP error quotes `quoted.ip.ttl`.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { unreachable } from '../base/invariant';
import type { ArpPacket } from '../wire/arp';
import type { Frame } from '../wire/ethernet';
import type { IcmpError } from '../wire/icmp';
import { type Ipv4Packet, type Ipv4Payload, isFragment, packetLength } from '../wire/ipv4';
import type { UdpDatagram } from '../wire/udp';
import { bytesFields } from './bytes-fields';
import { type Fields, headerFields } from './header-fields';
import { hexOf } from './hex';
import { echoFields, tcpFields } from './transport-fields';

/** @param prefix what stands before each name: `inner.` */
export function frameFields(seen: Frame | Ipv4Packet, prefix = ''): Fields {
  if (seen.kind === 'ipv4') return packetFields(seen, prefix);
  const fields: Fields = {
    [`${prefix}eth.source`]: formatMac(seen.source),
    [`${prefix}eth.destination`]: formatMac(seen.destination),
  };
  const { payload } = seen;
  switch (payload.kind) {
    case 'arp':
      return { ...fields, ...arpFields(payload, prefix) };
    case 'ipv4':
      return { ...fields, ...packetFields(payload, prefix) };
    case 'unknown':
      fields[`${prefix}eth.type`] = payload.etherType.toString(16);
      fields[`${prefix}eth.data`] = hexOf(payload.bytes);
      return fields;
    default:
      return unreachable(payload);
  }
}

function arpFields(arp: ArpPacket, prefix: string): Fields {
  return {
    [`${prefix}arp.operation`]: arp.operation,
    [`${prefix}arp.senderMac`]: formatMac(arp.senderMac),
    [`${prefix}arp.senderIp`]: formatIpv4(arp.senderIp),
    [`${prefix}arp.targetMac`]: formatMac(arp.targetMac),
    [`${prefix}arp.targetIp`]: formatIpv4(arp.targetIp),
  };
}

function packetFields(packet: Ipv4Packet, prefix: string): Fields {
  const { payload } = packet;
  const header = headerFields(packet, packetLength(packet), prefix);
  const rest =
    payload.kind === 'data' && isFragment(packet)
      ? bytesFields(packet, payload.bytes, prefix)
      : payloadFields(packet, payload, prefix);
  return { ...header, ...rest };
}

function payloadFields(packet: Ipv4Packet, payload: Ipv4Payload, prefix: string): Fields {
  switch (payload.kind) {
    case 'ipv4':
      return packetFields(payload, `${prefix}inner.`);
    case 'icmp-echo':
      return echoFields(payload, prefix);
    case 'icmp-error':
      return errorFields(payload, prefix);
    case 'udp':
      return udpFields(payload, prefix);
    case 'tcp':
      return tcpFields(payload, prefix);
    case 'data':
      return bytesFields(packet, payload.bytes, prefix);
    default:
      return unreachable(payload);
  }
}

function errorFields({ type, code, rest, quoted }: IcmpError, prefix: string): Fields {
  const inside = `${prefix}quoted.`;
  return {
    [`${prefix}icmp.type`]: String(type),
    [`${prefix}icmp.code`]: String(code),
    [`${prefix}icmp.rest`]: String(rest),
    ...headerFields(quoted, quoted.totalLength, inside),
    [`${inside}size`]: String(quoted.bytes.length),
    ...bytesFields(quoted, quoted.bytes, inside),
  };
}

function udpFields(udp: UdpDatagram, prefix: string): Fields {
  const { payload } = udp;
  const fields: Fields = {
    [`${prefix}udp.sourcePort`]: String(udp.sourcePort),
    [`${prefix}udp.destinationPort`]: String(udp.destinationPort),
    [`${prefix}udp.hasChecksum`]: String(udp.hasChecksum),
  };
  if (payload.kind === 'data') return { ...fields, [`${prefix}udp.data`]: hexOf(payload.bytes) };
  fields[`${prefix}vxlan.vni`] = String(payload.vni);
  return { ...fields, ...frameFields(payload.inner, `${prefix}inner.`) };
}
