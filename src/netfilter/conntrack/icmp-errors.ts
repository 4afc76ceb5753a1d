/**
 * Which connection an ICMP error complains of (`nf_conntrack_inet_error`,
 * net/netfilter/nf_conntrack_proto_icmp.c): the one whose packet it quotes.
 */

import type { IcmpError, QuotedPacket } from '../../wire/icmp';
import { type Ipv4Packet, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import { quotedIcmp, quotedPorts } from '../../wire/quote';
import type { Connection, Direction } from './connection';
import type { ConnectionTable } from './connection-table';
import { icmpTuple, invertTuple, type Tuple } from './tuple';

interface Related {
  readonly connection: Connection;
  /** Of the error itself: against the packet that it quotes. */
  readonly direction: Direction;
}

export function connectionOfError(
  connections: ConnectionTable,
  packet: Ipv4Packet,
  { quoted }: IcmpError,
): Related | undefined {
  const tuple = quotedTuple(quoted);
  const answer = tuple && invertTuple(tuple);
  const found = answer && connections.find(answer);
  if (found === undefined) return undefined;
  const { connection, direction } = found;
  // An error must go to the sender of what it quotes.
  if (connection.tuple(direction).destination !== packet.destination) return undefined;
  return { connection, direction };
}

function quotedTuple(quoted: QuotedPacket): Tuple | undefined {
  const { protocol, source, destination } = quoted;
  const icmp = quotedIcmp(quoted);
  if (icmp !== undefined) return icmpTuple(source, destination, icmp);
  const ports = quotedPorts(quoted);
  const hasPorts = protocol === PROTOCOL_TCP || protocol === PROTOCOL_UDP;
  if (ports === undefined && hasPorts) return undefined;
  return {
    protocol,
    source,
    destination,
    sourceKey: ports?.source ?? 0,
    destinationKey: ports?.destination ?? 0,
  };
}
