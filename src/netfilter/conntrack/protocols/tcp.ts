/**
 * TCP (`nf_conntrack_tcp_packet`, net/netfilter/nf_conntrack_proto_tcp.c), but for the window: hosts
 * here send no segments from outside of it.
 */
import type { Ipv4Packet } from '../../../wire/ipv4';
import type { Connection } from '../connection';
import { type Progress, SECOND_US, type TrackedProtocol } from '../tracked-protocol';
import {
  segmentKind,
  TCP_TIMEOUT_SECONDS,
  TCP_UNACKNOWLEDGED_SECONDS,
  type TcpState,
  tcpTransition,
} from './tcp-states';

export const tcp: TrackedProtocol = {
  name: 'tcp',

  /** A SYN, or any ACK: `nf_conntrack_tcp_loose` picks connections up in their middle. */
  begin(connection, packet) {
    const next = tcpTransition('original', kindOf(packet), 'NONE');
    if (next === 'INVALID' || next === 'IGNORE') return false;
    connection.tcp = { state: 'NONE' };
    return true;
  },

  advance(connection, packet, direction, nowUs) {
    const tracking = connection.tcp;
    if (tracking === undefined) return 'invalid';
    const { state } = tracking;
    const segment = kindOf(packet);
    const next = tcpTransition(direction, segment, state);
    if (next === 'INVALID') return 'invalid';
    if (next === 'IGNORE') return 'valid';
    if (next === 'SYN_SENT' && (state === 'TIME_WAIT' || state === 'CLOSE')) return 'restart';
    tracking.state = next;
    return settle(connection, state, next, segment === 'rst', nowUs);
  },
};

function settle(
  connection: Connection,
  before: TcpState,
  after: TcpState,
  isReset: boolean,
  nowUs: number,
): Progress {
  let seconds: number = TCP_TIMEOUT_SECONDS[after];
  if (!connection.hasSeenReply) {
    // If a reset is the only answer, there never was a connection.
    if (isReset) return 'closed';
    if (after === 'ESTABLISHED') seconds = Math.min(seconds, TCP_UNACKNOWLEDGED_SECONDS);
  } else if (after === 'ESTABLISHED' && (before === 'SYN_RECV' || before === 'ESTABLISHED')) {
    connection.isAssured = true;
  }
  connection.expiresAtUs = nowUs + seconds * SECOND_US;
  return 'valid';
}

function kindOf({ payload }: Ipv4Packet) {
  return segmentKind(payload.kind === 'tcp' ? payload.flags : 0);
}
