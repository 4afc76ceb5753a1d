/**
 * ping as iputils prints it (20221126), and what a reader makes of the lines.
 */
import { formatIpv4, type Ipv4, ipv4, UNSPECIFIED } from '../../addr/ipv4';
import type { PingError, PingEvent, PingReply, PingRun } from '../../kernel/programs/ping';
import { ping } from '../../kernel/programs/ping';
import type { SendError } from '../../kernel/programs/send-packet';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { errorText } from './error-text';
import { icmpErrorText } from './icmp-error-text';

const LOCALHOST = ipv4('127.0.0.1');
const REFUSED_EXIT = 2;
/** Below this there is no room for a time stamp, and so no time to print. */
const TIMED_SIZE_MIN = 16;

export function runPing(world: World, action: ActionOf<'ping'>): JsonObject {
  const target = world.resolve(action.to);
  const source = action.source === undefined ? undefined : world.resolve(action.source);
  const run = ping(world.netns(action.from), {
    to: target === UNSPECIFIED ? LOCALHOST : target,
    count: action.count,
    intervalMs: action.interval * 1000,
    timeoutMs: action.wait * 1000,
    size: action.size,
    ttl: action.ttl,
    df: action.df ?? 'want',
    source,
    icmpId: action.icmpId,
  });
  if (run.refusal !== undefined) return refusedJson(run.refusal.call, run.refusal.error);
  return {
    sent: run.sent,
    received: run.received,
    errors: run.errors,
    exit: run.received > 0 ? 0 : 1,
    replies: run.events.flatMap((event) =>
      event.kind === 'reply' ? [replyJson(event.reply)] : [],
    ),
    icmpErrors: run.events.flatMap((event) =>
      event.kind === 'error' ? [errorJson(event.error)] : [],
    ),
    localErrors: run.events.flatMap(localErrors),
    stdout: stdoutOf(run, target),
    dups: run.duplicates,
    lossPct: lossOf(run),
  };
}

function refusedJson(call: 'connect' | 'bind', error: SendError): JsonObject {
  // Only broadcast addresses are refused like this in life, thinks ping.
  const text =
    error === 'EACCES'
      ? 'Do you want to ping broadcast? Then -b. If not, check your local firewall rules'
      : `${call}: ${errorText(error)}`;
  return {
    sent: 0,
    received: 0,
    errors: 0,
    exit: REFUSED_EXIT,
    replies: [],
    icmpErrors: [],
    localErrors: [text],
    stdout: [],
  };
}

function replyJson({ from, sequence, ttl, bytes, isDuplicate }: PingReply): JsonObject {
  const reply = { from: formatIpv4(from), seq: sequence, ttl, bytes };
  return isDuplicate ? { ...reply, dup: true } : reply;
}

function errorJson(error: PingError): JsonObject {
  const { from, sequence } = error;
  return { from: formatIpv4(from), seq: sequence, text: icmpErrorText(error) };
}

/** Only what the socket's error queue holds is printed; that netfilter refused to send is not. */
function localErrors(event: PingEvent): string[] {
  if (event.kind !== 'local' || typeof event.error !== 'object') return [];
  return [`message too long, mtu=${event.error.mtu}`];
}

function lossOf({ sent, received }: PingRun): number {
  return sent === 0 ? 0 : ((sent - received) * 100) / sent;
}

function stdoutOf(run: PingRun, target: Ipv4): string[] {
  const { size, source, to } = run.options;
  const from = source === undefined ? '' : ` from ${formatIpv4(source)} :`;
  const name = formatIpv4(target);
  return [
    `PING ${name} (${formatIpv4(to)})${from} ${size}(${size + 28}) bytes of data.`,
    ...run.events.flatMap((event) => lineOf(event, size)),
    `--- ${name} ping statistics ---`,
    summaryOf(run),
    ...lastLineOf(run),
  ];
}

function lineOf(event: PingEvent, size: number): string[] {
  switch (event.kind) {
    case 'reply': {
      const { from, bytes, sequence, ttl, isDuplicate } = event.reply;
      const time = size < TIMED_SIZE_MIN ? '' : ' time=T ms';
      const dup = isDuplicate ? ' (DUP!)' : '';
      return [
        `${bytes} bytes from ${formatIpv4(from)}: icmp_seq=${sequence} ttl=${ttl}${time}${dup}`,
      ];
    }
    case 'error': {
      const { from, sequence, type } = event.error;
      // iputils prints redirects from another place, with a colon.
      const colon = type === 5 ? ':' : '';
      const text = icmpErrorText(event.error);
      return [`From ${formatIpv4(from)}${colon} icmp_seq=${sequence} ${text}`];
    }
    case 'local':
      return [];
  }
}

function summaryOf(run: PingRun): string {
  const parts = [`${run.sent} packets transmitted`, `${run.received} received`];
  if (run.duplicates > 0) parts.push(`+${run.duplicates} duplicates`);
  if (run.errors > 0) parts.push(`+${run.errors} errors`);
  return `${parts.join(', ')}, ${Number(lossOf(run).toPrecision(6))}% packet loss, time Tms`;
}

/** Round-trip times; else how many packets were on their way at once, if more than one. */
function lastLineOf(run: PingRun): string[] {
  if (run.received > 0 && run.options.size >= TIMED_SIZE_MIN)
    return ['rtt min/avg/max/mdev = T ms'];
  return run.inFlightMax > 1 ? [`pipe ${run.inFlightMax}`] : [];
}
