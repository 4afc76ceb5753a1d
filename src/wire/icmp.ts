/**
 * ICMP (RFC 792): the echo pair, and the errors that quote the packet they complain of.
 * Other types travel as `Data`. Linux: net/ipv4/icmp.c.
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |     type      |     code      |           checksum            |
 *    +---------------+---------------+---------------+---------------+
 *    |  echo: id and sequence number; errors: the rest of the header |
 *    +---------------+---------------+---------------+---------------+
 *    |  echo: data; errors: the header and first bytes of the packet
 */
import type { Ipv4 } from '../addr/ipv4';
import { checksum } from './checksum';
import { type Codec, isMalformed, type Malformed, malformed, readBytes, writeBytes } from './codec';
import { IPV4_SIZE, readIpv4Header, writeIpv4Header } from './ipv4-header';

export interface IcmpEcho {
  readonly kind: 'icmp-echo';
  readonly type: 'request' | 'reply';
  readonly id: number;
  readonly sequence: number;
  readonly data: Uint8Array;
}

/** Types 3, 5, 11 and 12. */
export interface IcmpError {
  readonly kind: 'icmp-error';
  readonly type: number;
  readonly code: number;
  /** Bytes 4 to 7: the next hop's MTU of a "fragmentation needed", the gateway of a redirect. */
  readonly rest: number;
  readonly quoted: QuotedPacket;
}

/** The beginning of the packet that an error complains of, header fields read and the rest as it is. */
export interface QuotedPacket {
  readonly tos: number;
  readonly id: number;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  readonly fragmentOffset: number;
  readonly ttl: number;
  readonly protocol: number;
  readonly source: Ipv4;
  readonly destination: Ipv4;
  readonly options: Uint8Array;
  /** The length that the header claims, in bytes; mostly more than was quoted. */
  readonly totalLength: number;
  /** What follows the header, as far as it was quoted. */
  readonly bytes: Uint8Array;
}

export type IcmpMessage = IcmpEcho | IcmpError;

/** The header's length in bytes. */
export const ICMP_SIZE = 8;

export const ICMP_ECHO_REPLY = 0;
export const ICMP_ECHO_REQUEST = 8;
export const ICMP_DEST_UNREACHABLE = 3;
export const ICMP_REDIRECT = 5;
export const ICMP_TIME_EXCEEDED = 11;
export const ICMP_PARAMETER_PROBLEM = 12;

/** The whole message; its checksum covers no pseudo-header, so it can be computed here. */
export const icmp: Codec<IcmpMessage> = {
  size: (message) =>
    message.kind === 'icmp-echo'
      ? ICMP_SIZE + message.data.length
      : ICMP_SIZE + IPV4_SIZE + message.quoted.options.length + message.quoted.bytes.length,

  write(message, view, at) {
    view.setUint16(at + 2, 0);
    if (message.kind === 'icmp-echo') writeEcho(message, view, at);
    else writeError(message, view, at);
    view.setUint16(at + 2, checksum(view, at, at + icmp.size(message)));
  },

  read(view, at, end) {
    if (end < at + ICMP_SIZE) return malformed('HDR_TRUNC');
    if (checksum(view, at, end) !== 0) return malformed('ICMP_CSUM');
    const type = view.getUint8(at);
    if (isQuotingType(type)) return readError(view, at, end);
    const isEcho = type === ICMP_ECHO_REQUEST || type === ICMP_ECHO_REPLY;
    if (!isEcho || view.getUint8(at + 1) !== 0) return malformed('NOT_SPECIFIED');
    return {
      kind: 'icmp-echo',
      type: type === ICMP_ECHO_REQUEST ? 'request' : 'reply',
      id: view.getUint16(at + 4),
      sequence: view.getUint16(at + 6),
      data: readBytes(view, at + ICMP_SIZE, end),
    };
  },
};

function isQuotingType(type: number): boolean {
  return (
    type === ICMP_DEST_UNREACHABLE ||
    type === ICMP_REDIRECT ||
    type === ICMP_TIME_EXCEEDED ||
    type === ICMP_PARAMETER_PROBLEM
  );
}

function writeEcho(echo: IcmpEcho, view: DataView, at: number): void {
  view.setUint8(at, echo.type === 'request' ? ICMP_ECHO_REQUEST : ICMP_ECHO_REPLY);
  view.setUint8(at + 1, 0);
  view.setUint16(at + 4, echo.id);
  view.setUint16(at + 6, echo.sequence);
  writeBytes(echo.data, view, at + ICMP_SIZE);
}

function writeError(error: IcmpError, view: DataView, at: number): void {
  const { quoted } = error;
  const quotedAt = at + ICMP_SIZE;
  view.setUint8(at, error.type);
  view.setUint8(at + 1, error.code);
  view.setUint32(at + 4, error.rest);
  writeIpv4Header(quoted, quoted.totalLength, view, quotedAt);
  writeBytes(quoted.bytes, view, quotedAt + IPV4_SIZE + quoted.options.length);
}

function readError(view: DataView, at: number, end: number): IcmpError | Malformed {
  const quotedAt = at + ICMP_SIZE;
  const header = readIpv4Header(view, quotedAt, end);
  if (isMalformed(header)) return header;
  return {
    kind: 'icmp-error',
    type: view.getUint8(at),
    code: view.getUint8(at + 1),
    rest: view.getUint32(at + 4),
    quoted: {
      tos: header.tos,
      id: header.id,
      dontFragment: header.dontFragment,
      moreFragments: header.moreFragments,
      fragmentOffset: header.fragmentOffset,
      ttl: header.ttl,
      protocol: header.protocol,
      source: header.source,
      destination: header.destination,
      options: header.options,
      totalLength: header.totalLength,
      bytes: readBytes(view, quotedAt + IPV4_SIZE + header.options.length, end),
    },
  };
}
