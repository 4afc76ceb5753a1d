/**
 * A frame as named fields, every header field of it, from the outermost to the innermost: `ip.ttl`, and
 * behind a tunnel `inner.ip.ttl`; of the packet that an ICMP error quotes `quoted.ip.ttl`.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { unreachable } from '../base/invariant';
import type { ArpPacket } from '../wire/arp';
import type { Frame } from '../wire/ethernet';
import type { QuotedPacket } from '../wire/icmp';
import { type Ipv4Packet, type Ipv4Payload, isFragment, packetLength } from '../wire/ipv4';
import { echoFields, hexOf, tcpFields, transportFields } from './transport-fields';

export type Fields = Record<string, string>;

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
      return Object.assign(fields, arpFields(payload, prefix));
    case 'ipv4':
      return Object.assign(fields, packetFields(payload, prefix));
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
  const fields = headerFields(packet, packetLength(packet), `${prefix}ip`);
  if (isFragment(packet) && packet.payload.kind === 'data') {
    const { protocol, fragmentOffset, payload } = packet;
    const rest =
      fragmentOffset === 0
        ? transportFields(protocol, payload.bytes, prefix)
        : { [`${prefix}data`]: hexOf(payload.bytes) };
    return Object.assign(fields, rest);
  }
  return Object.assign(fields, payloadFields(packet.payload, packet.protocol, prefix));
}

type Header = Omit<QuotedPacket, 'totalLength' | 'bytes'>;

function headerFields(header: Header, length: number, name: string): Fields {
  return {
    [`${name}.source`]: formatIpv4(header.source),
    [`${name}.destination`]: formatIpv4(header.destination),
    [`${name}.ttl`]: String(header.ttl),
    [`${name}.tos`]: String(header.tos),
    [`${name}.length`]: String(length),
    [`${name}.protocol`]: String(header.protocol),
    [`${name}.df`]: String(header.dontFragment),
    [`${name}.mf`]: String(header.moreFragments),
    [`${name}.offset`]: String(header.fragmentOffset),
    [`${name}.options`]: hexOf(header.options),
    [`${name}.id`]: String(header.id),
  };
}

function payloadFields(payload: Ipv4Payload, protocol: number, prefix: string): Fields {
  switch (payload.kind) {
    case 'ipv4':
      return packetFields(payload, `${prefix}inner.`);
    case 'icmp-echo':
      return echoFields(payload, prefix);
    case 'icmp-error':
      return Object.assign(
        {
          [`${prefix}icmp.type`]: String(payload.type),
          [`${prefix}icmp.code`]: String(payload.code),
          [`${prefix}icmp.rest`]: String(payload.rest),
        },
        quotedFields(payload.quoted, prefix),
      );
    case 'udp':
      return Object.assign(
        {
          [`${prefix}udp.sourcePort`]: String(payload.sourcePort),
          [`${prefix}udp.destinationPort`]: String(payload.destinationPort),
          [`${prefix}udp.hasChecksum`]: String(payload.hasChecksum),
        },
        payload.payload.kind === 'vxlan'
          ? Object.assign(
              { [`${prefix}vxlan.vni`]: String(payload.payload.vni) },
              frameFields(payload.payload.inner, `${prefix}inner.`),
            )
          : { [`${prefix}udp.data`]: hexOf(payload.payload.bytes) },
      );
    case 'tcp':
      return tcpFields(payload, prefix);
    case 'data':
      return transportFields(protocol, payload.bytes, prefix);
    default:
      return unreachable(payload);
  }
}

function quotedFields(quoted: QuotedPacket, prefix: string): Fields {
  const fields = headerFields(quoted, quoted.totalLength, `${prefix}quoted.ip`);
  const rest =
    quoted.fragmentOffset === 0
      ? transportFields(quoted.protocol, quoted.bytes, `${prefix}quoted.`)
      : { [`${prefix}quoted.data`]: hexOf(quoted.bytes) };
  return Object.assign(fields, { [`${prefix}quoted.bytes`]: String(quoted.bytes.length) }, rest);
}
