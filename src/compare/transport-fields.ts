/**
 * What stands behind an IP header as named fields, from a value or from bytes: fragments and quotations
 * are bytes, and chance has filled some of them. ICMP (RFC 792), UDP (RFC 768), TCP (RFC 9293).
 */
import { viewOf } from '../wire/codec';
import { ICMP_ECHO_REPLY, ICMP_ECHO_REQUEST, ICMP_SIZE, type IcmpEcho } from '../wire/icmp';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../wire/ipv4';
import { TCP_CHECKSUM_AT, TCP_SIZE, type TcpSegment } from '../wire/tcp';
import { UDP_SIZE } from '../wire/udp';
import type { Fields } from './frame-fields';
import { tcpOptionFields } from './tcp-option-fields';

/** ping writes the time of sending, a `struct timeval`, into its first bytes. */
const STAMP_SIZE = 16;

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function echoFields(echo: IcmpEcho, prefix: string): Fields {
  return {
    [`${prefix}icmp.type`]: String(echo.type === 'request' ? ICMP_ECHO_REQUEST : ICMP_ECHO_REPLY),
    [`${prefix}icmp.code`]: '0',
    [`${prefix}icmp.id`]: String(echo.id),
    [`${prefix}icmp.sequence`]: String(echo.sequence),
    ...echoDataFields(echo.data, prefix),
  };
}

export function tcpFields(segment: TcpSegment, prefix: string): Fields {
  return {
    [`${prefix}tcp.sourcePort`]: String(segment.sourcePort),
    [`${prefix}tcp.destinationPort`]: String(segment.destinationPort),
    [`${prefix}tcp.flags`]: segment.flags.toString(16),
    [`${prefix}tcp.sequence`]: String(segment.sequence),
    [`${prefix}tcp.acknowledgement`]: String(segment.acknowledgement),
    [`${prefix}tcp.window`]: String(segment.window),
    ...tcpOptionFields(segment.options, prefix),
    [`${prefix}tcp.data`]: hexOf(segment.data),
  };
}

/** The beginning of what a packet of that protocol carries, as far as there are bytes. */
export function transportFields(protocol: number, bytes: Uint8Array, prefix: string): Fields {
  const view = viewOf(bytes);
  if (protocol === PROTOCOL_ICMP && bytes.length >= ICMP_SIZE) {
    return {
      [`${prefix}icmp.type`]: String(view.getUint8(0)),
      [`${prefix}icmp.code`]: String(view.getUint8(1)),
      [`${prefix}icmp.checksum`]: String(view.getUint16(2)),
      [`${prefix}icmp.id`]: String(view.getUint16(4)),
      [`${prefix}icmp.sequence`]: String(view.getUint16(6)),
      ...echoDataFields(bytes.subarray(ICMP_SIZE), prefix),
    };
  }
  if (protocol === PROTOCOL_UDP && bytes.length >= UDP_SIZE) {
    return {
      ...portFields(view, `${prefix}udp`),
      [`${prefix}udp.length`]: String(view.getUint16(4)),
      [`${prefix}udp.checksum`]: String(view.getUint16(6)),
      [`${prefix}udp.data`]: hexOf(bytes.subarray(UDP_SIZE)),
    };
  }
  if (protocol === PROTOCOL_TCP && bytes.length >= TCP_SIZE) return tcpBytes(bytes, view, prefix);
  return { [`${prefix}data`]: hexOf(bytes) };
}

function tcpBytes(bytes: Uint8Array, view: DataView, prefix: string): Fields {
  const headerSize = Math.max(TCP_SIZE, (view.getUint8(12) >>> 4) << 2);
  return {
    ...portFields(view, `${prefix}tcp`),
    [`${prefix}tcp.flags`]: view.getUint8(13).toString(16),
    [`${prefix}tcp.sequence`]: String(view.getUint32(4)),
    [`${prefix}tcp.acknowledgement`]: String(view.getUint32(8)),
    [`${prefix}tcp.window`]: String(view.getUint16(14)),
    [`${prefix}tcp.checksum`]: String(view.getUint16(TCP_CHECKSUM_AT)),
    ...tcpOptionFields(bytes.subarray(TCP_SIZE, headerSize), prefix),
    [`${prefix}tcp.data`]: hexOf(bytes.subarray(headerSize)),
  };
}

function portFields(view: DataView, name: string): Fields {
  return {
    [`${name}.sourcePort`]: String(view.getUint16(0)),
    [`${name}.destinationPort`]: String(view.getUint16(2)),
  };
}

function echoDataFields(data: Uint8Array, prefix: string): Fields {
  return {
    [`${prefix}icmp.stamp`]: hexOf(data.subarray(0, STAMP_SIZE)),
    [`${prefix}icmp.data`]: hexOf(data.subarray(STAMP_SIZE)),
    [`${prefix}icmp.dataLength`]: String(data.length),
  };
}
