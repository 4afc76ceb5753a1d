/**
 * ICMP (RFC 792): the echo pair, and the errors that quote the packet they complain of.
 * Other types travel as `Data`.
 */
import type { Ipv4 } from '../addr/ipv4';

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

export const ICMP_DEST_UNREACHABLE = 3;
export const ICMP_REDIRECT = 5;
export const ICMP_TIME_EXCEEDED = 11;
export const ICMP_PARAMETER_PROBLEM = 12;
