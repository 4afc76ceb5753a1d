/**
 * ICMP errors of translated connections (`nf_nat_icmp_reply_translation`,
 * net/netfilter/nf_nat_proto.c): both the error and the packet that it quotes must look as their
 * receiver knows them.
 */
import type { IcmpError, QuotedPacket } from '../../wire/icmp';
import { type Ipv4Packet, withPayload } from '../../wire/ipv4';
import {
  quotedIcmp,
  quotedPorts,
  withQuotedAddresses,
  withQuotedIcmpId,
  withQuotedPorts,
} from '../../wire/quote';
import type { Connection, Direction } from '../conntrack/connection';
import type { Tuple } from '../conntrack/tuple';
import { rewriteAddress } from './rewrite';
import type { Manipulation } from './translation';

export function rewriteError(
  packet: Ipv4Packet,
  error: IcmpError,
  connection: Connection,
  direction: Direction,
  manipulation: Manipulation,
): Ipv4Packet {
  // The quoted packet went the other way, and becomes what it was when it came in.
  const quotedDirection = direction === 'original' ? 'reply' : 'original';
  const quotedEnd = manipulation === 'source' ? 'destination' : 'source';
  const quoted = rewriteQuoted(error.quoted, quotedEnd, connection.tuple(quotedDirection));
  const { kind, type, code, rest } = error;
  const inside = withPayload(packet, { kind, type, code, rest, quoted });
  return rewriteAddress(inside, manipulation, connection.translatedTuple(direction));
}

function rewriteQuoted(quoted: QuotedPacket, end: Manipulation, tuple: Tuple): QuotedPacket {
  const isSource = end === 'source';
  const moved = isSource
    ? withQuotedAddresses(quoted, tuple.source, quoted.destination)
    : withQuotedAddresses(quoted, quoted.source, tuple.destination);
  if (quotedIcmp(moved) !== undefined) return withQuotedIcmpId(moved, tuple.sourceKey);
  const ports = quotedPorts(moved);
  if (ports === undefined) return moved;
  return withQuotedPorts(
    moved,
    isSource
      ? { source: tuple.sourceKey, destination: ports.destination }
      : { source: ports.source, destination: tuple.destinationKey },
  );
}
