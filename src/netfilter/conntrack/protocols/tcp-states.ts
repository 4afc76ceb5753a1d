/**
 * The states of a TCP connection as somebody in the middle sees them (`tcp_conntracks` and
 * `tcp_timeouts`, net/netfilter/nf_conntrack_proto_tcp.c; the tables are the kernel's).
 */
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN } from '../../../wire/tcp';
import type { Direction } from '../connection';

export type TcpState =
  | 'NONE'
  | 'SYN_SENT'
  | 'SYN_RECV'
  | 'ESTABLISHED'
  | 'FIN_WAIT'
  | 'CLOSE_WAIT'
  | 'LAST_ACK'
  | 'TIME_WAIT'
  | 'CLOSE'
  | 'SYN_SENT2';

export interface TcpTracking {
  state: TcpState;
}

type SegmentKind = 'syn' | 'synack' | 'fin' | 'ack' | 'rst' | 'none';

/** `IGNORE`: the segment passes and changes nothing. `INVALID`: it cannot be here. */
type Transition = TcpState | 'IGNORE' | 'INVALID';

export const TCP_TIMEOUT_SECONDS = {
  NONE: 0,
  SYN_SENT: 120,
  SYN_RECV: 60,
  ESTABLISHED: 432_000,
  FIN_WAIT: 120,
  CLOSE_WAIT: 60,
  LAST_ACK: 30,
  TIME_WAIT: 120,
  CLOSE: 10,
  SYN_SENT2: 120,
} as const satisfies Record<TcpState, number>;

/** A connection that was met in its middle and has not been answered yet. */
export const TCP_UNACKNOWLEDGED_SECONDS = 300;

const STATES = Object.keys(TCP_TIMEOUT_SECONDS) as readonly TcpState[];

const SHORT: Readonly<Record<string, Transition>> = {
  SS: 'SYN_SENT',
  SR: 'SYN_RECV',
  ES: 'ESTABLISHED',
  FW: 'FIN_WAIT',
  CW: 'CLOSE_WAIT',
  LA: 'LAST_ACK',
  TW: 'TIME_WAIT',
  CL: 'CLOSE',
  S2: 'SYN_SENT2',
  '--': 'IGNORE',
  '!!': 'INVALID',
};

// Columns: NONE SYN_SENT SYN_RECV ESTABLISHED FIN_WAIT CLOSE_WAIT LAST_ACK TIME_WAIT CLOSE SYN_SENT2
const TABLES: Readonly<Record<Direction, Readonly<Record<SegmentKind, string>>>> = {
  original: {
    syn: '   SS SS -- -- -- -- -- SS SS S2',
    synack: '!! !! SR !! !! !! !! !! !! SR',
    fin: '   !! !! FW FW LA LA LA TW CL !!',
    ack: '   ES !! ES ES CW CW TW TW CL !!',
    rst: '   !! CL CL CL CL CL CL CL CL CL',
    none: '  !! !! !! !! !! !! !! !! !! !!',
  },
  reply: {
    syn: '   !! S2 !! !! !! !! !! SS !! S2',
    synack: '!! SR -- -- -- -- -- -- -- SR',
    fin: '   !! !! FW FW LA LA LA TW CL !!',
    ack: '   !! -- SR ES CW CW TW TW CL --',
    rst: '   !! CL CL CL CL CL CL CL CL CL',
    none: '  !! !! !! !! !! !! !! !! !! !!',
  },
};

const PARSED = { original: parseTable(TABLES.original), reply: parseTable(TABLES.reply) };

export function tcpTransition(
  direction: Direction,
  segment: SegmentKind,
  state: TcpState,
): Transition {
  return PARSED[direction][segment][STATES.indexOf(state)] ?? 'INVALID';
}

/** `get_conntrack_index`. */
export function segmentKind(flags: number): SegmentKind {
  if ((flags & TCP_RST) !== 0) return 'rst';
  if ((flags & TCP_SYN) !== 0) return (flags & TCP_ACK) !== 0 ? 'synack' : 'syn';
  if ((flags & TCP_FIN) !== 0) return 'fin';
  return (flags & TCP_ACK) !== 0 ? 'ack' : 'none';
}

function parseTable(
  rows: Readonly<Record<SegmentKind, string>>,
): Readonly<Record<SegmentKind, readonly Transition[]>> {
  const parse = (row: string) =>
    row
      .trim()
      .split(' ')
      .map((short) => SHORT[short] ?? 'INVALID');
  return {
    syn: parse(rows.syn),
    synack: parse(rows.synack),
    fin: parse(rows.fin),
    ack: parse(rows.ack),
    rst: parse(rows.rst),
    none: parse(rows.none),
  };
}
