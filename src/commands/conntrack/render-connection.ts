/**
 * A row of the connection table as `conntrack -L` prints it (libnetfilter_conntrack,
 * src/conntrack/snprintf_default.c; conntrack-tools 1.4.7).
 */
import { formatIpv4 } from '../../addr/ipv4';
import type { Connection } from '../../netfilter/conntrack/connection';
import { trackedProtocol } from '../../netfilter/conntrack/protocols/index';
import type { Tuple } from '../../netfilter/conntrack/tuple';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';

const SECOND_US = 1_000_000;

export function renderConnection(connection: Connection, nowUs: number): string {
  const { original, reply, hasSeenReply, isAssured, mark, tcp } = connection;
  const seconds = Math.max(0, Math.floor((connection.expiresAtUs - nowUs) / SECOND_US));
  return [
    `${trackedProtocol(original.protocol).name.padEnd(8)} ${original.protocol}`,
    String(seconds),
    tcp?.state ?? '',
    renderTuple(original),
    hasSeenReply ? '' : '[UNREPLIED]',
    renderTuple(reply),
    isAssured ? '[ASSURED]' : '',
    `mark=${mark} use=1`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function renderTuple({ protocol, source, destination, sourceKey, destinationKey }: Tuple): string {
  const addresses = `src=${formatIpv4(source)} dst=${formatIpv4(destination)}`;
  switch (protocol) {
    case PROTOCOL_ICMP:
      return `${addresses} type=${destinationKey >>> 8} code=${destinationKey & 255} id=${sourceKey}`;
    case PROTOCOL_TCP:
    case PROTOCOL_UDP:
      return `${addresses} sport=${sourceKey} dport=${destinationKey}`;
    default:
      return addresses;
  }
}
