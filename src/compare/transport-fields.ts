/**
 * Echo messages (RFC 792) and TCP segments (RFC 9293) as named fields.
 */
import { ICMP_ECHO_REPLY, ICMP_ECHO_REQUEST, type IcmpEcho } from '../wire/icmp';
import type { TcpSegment } from '../wire/tcp';
import type { Fields } from './header-fields';
import { hexOf } from './hex';
import { tcpOptionFields } from './tcp-option-fields';

/** ping writes the time of sending, a `struct timeval`, into its first bytes. */
const STAMP_SIZE = 16;

export function echoFields(echo: IcmpEcho, prefix: string): Fields {
  return {
    [`${prefix}icmp.type`]: String(echo.type === 'request' ? ICMP_ECHO_REQUEST : ICMP_ECHO_REPLY),
    [`${prefix}icmp.code`]: '0',
    [`${prefix}icmp.id`]: String(echo.id),
    [`${prefix}icmp.sequence`]: String(echo.sequence),
    ...echoDataFields(echo.data, prefix),
  };
}

export function echoDataFields(data: Uint8Array, prefix: string): Fields {
  return {
    [`${prefix}icmp.stamp`]: hexOf(data.subarray(0, STAMP_SIZE)),
    [`${prefix}icmp.data`]: hexOf(data.subarray(STAMP_SIZE)),
    [`${prefix}icmp.dataLength`]: String(data.length),
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
