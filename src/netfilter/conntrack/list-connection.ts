/** A row of the connection table as `conntrack -L` prints it (libnetfilter_conntrack, snprintf_default.c). */
import { formatIpv4 } from '../../addr/ipv4';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import type { Connection } from './connection';
import { trackedProtocol } from './protocols/index';
import type { Tuple } from './tuple';

export function listConnection(connection: Connection, nowUs: number): string {
  const { original, reply, tcp, hasSeenReply, isAssured, mark, expiresAtUs } = connection;
  const { name } = trackedProtocol(original.protocol);
  return [
    `${name.padEnd(8)} ${original.protocol}`,
    Math.max(0, Math.floor((expiresAtUs - nowUs) / 1_000_000)),
    ...(tcp === undefined ? [] : [tcp.state]),
    describeTuple(original),
    ...(hasSeenReply ? [] : ['[UNREPLIED]']),
    describeTuple(reply),
    ...(isAssured ? ['[ASSURED]'] : []),
    `mark=${mark}`,
    'use=1',
  ].join(' ');
}

function describeTuple(tuple: Tuple): string {
  const { protocol, source, destination, sourceKey, destinationKey } = tuple;
  const ends = `src=${formatIpv4(source)} dst=${formatIpv4(destination)}`;
  switch (protocol) {
    case PROTOCOL_ICMP:
      return `${ends} type=${destinationKey >>> 8} code=${destinationKey & 255} id=${sourceKey}`;
    case PROTOCOL_TCP:
    case PROTOCOL_UDP:
      return `${ends} sport=${sourceKey} dport=${destinationKey}`;
    default:
      return ends;
  }
}
