/**
 * An outcome as tables: what the program said, then the frames of each interface. The traces are left out:
 * they are how a driver reads the frames, and the verdict tells when it reads them otherwise.
 */
import { formatIpv4 } from '../addr/ipv4';
import { unreachable } from '../base/invariant';
import type {
  ConnectOutcome,
  Outcome,
  PingOutcome,
  Stimulus,
  TracerouteOutcome,
} from '../driver/stimulus';
import { type ChosenNumbers, NOTHING_CHOSEN, type Table } from './account';
import { answerTable, frameTables, lineTable, resultTables, textTable } from './tables-of';

export function outcomeTables(outcome: Outcome): readonly Table[] {
  return [...programTables(outcome), ...frameTables(outcome.frames)];
}

function programTables(outcome: Outcome): readonly Table[] {
  switch (outcome.kind) {
    case 'ping':
      return pingTables(outcome);
    case 'traceroute':
      return tracerouteTables(outcome);
    case 'arping':
      return [lineTable('lines', 'the answers', outcome.answers)];
    case 'connect':
      return [connectTable(outcome)];
    case 'inject':
      return [];
    case 'command':
      return resultTables(outcome);
    default:
      return unreachable(outcome);
  }
}

function pingTables(outcome: PingOutcome): readonly Table[] {
  const { sent, received, exit, replies, errors, localErrors, output } = outcome;
  return [
    answerTable('what ping counted', {
      sent: String(sent),
      received: String(received),
      exit: String(exit),
    }),
    {
      kind: 'answer',
      name: 'the replies',
      rows: replies.map(({ from, sequence, ttl, bytes, roundTripUs }) => ({
        text: `${bytes} bytes from ${formatIpv4(from)}: icmp_seq=${sequence} ttl=${ttl}`,
        fields: {
          from: formatIpv4(from),
          sequence: String(sequence),
          ttl: String(ttl),
          bytes: String(bytes),
          roundTrip: String(roundTripUs),
        },
      })),
    },
    {
      kind: 'answer',
      name: 'the errors',
      rows: errors.map(({ from, sequence, text }) => ({
        text: `From ${formatIpv4(from)} icmp_seq=${sequence} ${text}`,
        fields: { from: formatIpv4(from), sequence: String(sequence), text },
      })),
    },
    lineTable('lines', 'what the own host refused', localErrors),
    textTable('what ping printed', output),
  ];
}

function tracerouteTables({ exit, hops, output }: TracerouteOutcome): readonly Table[] {
  return [
    answerTable('how traceroute ended', { exit: String(exit) }),
    {
      kind: 'answer',
      name: 'the hops',
      rows: hops.map(({ ttl, from }) => ({
        text: `${ttl} ${from === undefined ? '*' : formatIpv4(from)}`,
        fields: { ttl: String(ttl), from: from === undefined ? '*' : formatIpv4(from) },
      })),
    },
    textTable('what traceroute printed', output),
  ];
}

function connectTable({ connected, serverSaw, error }: ConnectOutcome): Table {
  return answerTable('what came of it', {
    connected: String(connected),
    error: error ?? '',
    serverSaw: serverSaw === undefined ? '' : formatIpv4(serverSaw.address),
    'serverSaw.sourcePort': String(serverSaw?.port ?? ''),
  });
}

/** traceroute's first port; each probe takes the next (traceroute(8)). */
const TRACEROUTE_PORT = 33434;
const TRACEROUTE_PROBES_MAX = 100;

const TRACEROUTE_NUMBERS: ChosenNumbers = {
  ports: Array.from({ length: TRACEROUTE_PROBES_MAX }, (_, at) => TRACEROUTE_PORT + at),
  icmpIds: [],
};

/** The numbers that the stimulus chose: chance has no part in them. */
export function chosenBy(stimulus: Stimulus): ChosenNumbers {
  switch (stimulus.kind) {
    case 'ping':
      return { ports: [], icmpIds: stimulus.icmpId === undefined ? [] : [stimulus.icmpId] };
    case 'connect': {
      const { port, sourcePort } = stimulus;
      return { ports: sourcePort === undefined ? [port] : [port, sourcePort], icmpIds: [] };
    }
    case 'traceroute':
      return TRACEROUTE_NUMBERS;
    case 'command':
      return /\btraceroute\b/.test(stimulus.lines) ? TRACEROUTE_NUMBERS : NOTHING_CHOSEN;
    case 'arping':
    case 'inject':
      return NOTHING_CHOSEN;
    default:
      return unreachable(stimulus);
  }
}

export function questionOf(stimulus: Stimulus): string {
  switch (stimulus.kind) {
    case 'command':
      return `on ${stimulus.from}: ${stimulus.lines.trim().split('\n').join('; ')}`;
    case 'arping':
      return `arping from ${stimulus.from} for ${formatIpv4(stimulus.target)}`;
    default:
      return `${stimulus.kind} from ${stimulus.from} to ${formatIpv4(stimulus.to)}`;
  }
}
