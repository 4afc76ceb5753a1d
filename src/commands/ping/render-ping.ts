/**
 * What ping prints about a run (iputils 20221126, ping/ping_common.c: `finish`,
 * `gather_statistics`), in parts, so that one can watch it.
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { PingEvent, PingReply, PingRun } from '../../kernel/programs/ping';
import type { SendError } from '../../kernel/programs/send-packet';
import { ICMP_REDIRECT } from '../../wire/icmp';
import { type CommandResult, failed, linesOf } from '../command';
import { describePingError } from './describe-icmp';

export { describePingError } from './describe-icmp';

const ICMP_HEADER_BYTES = 8;
const HEADER_BYTES = 28;
/** Packets too short for a time stamp are not timed. */
const TIME_STAMP_BYTES = 16;

export interface PingManner {
  /** `-q`: nothing but the first line and the statistics. */
  readonly isQuiet: boolean;
  /** The device of `-I eth0`, as the first line names it. */
  readonly device: string | undefined;
  /** The address that `-I` gave or chose. */
  readonly announced: string | undefined;
  /** The destination as it was typed. */
  readonly name: string;
  /** An address in the lines of answers; with its name where somebody looks names up. */
  readonly addressText: (address: Ipv4) => string;
  /** `-D`: what stands before each line. */
  readonly stamp: (atUs: number) => string;
}

/** How ping prints where nothing but an address was typed. */
function plainManner(to: Ipv4): PingManner {
  return {
    isQuiet: false,
    device: undefined,
    announced: undefined,
    name: formatIpv4(to),
    addressText: formatIpv4,
    stamp: () => '',
  };
}

/** All of a run that is over. */
export function renderPing(run: PingRun, manner = plainManner(run.options.to)): CommandResult {
  if (run.refusal !== undefined) {
    return failed(`ping: ${refusalOf(run.refusal.call, run.refusal.error)}`, 2);
  }
  const { stdout, stderr } = renderEvents(run, manner, run.events);
  return {
    stdout: firstLine(run, manner) + stdout + renderStatistics(run, manner),
    stderr,
    exit: exitOf(run),
  };
}

/** Nobody answered, or with a deadline not enough did. */
export function exitOf({ received, options }: PingRun): number {
  const { count, deadlineMs } = options;
  const isShort = deadlineMs !== undefined && Number.isFinite(count) && received < count;
  return received === 0 || isShort ? 1 : 0;
}

/** The lines about some of a run's events. */
export function renderEvents(
  run: PingRun,
  manner: PingManner,
  events: readonly PingEvent[],
): Pick<CommandResult, 'stdout' | 'stderr'> {
  const out: string[] = [];
  const complaints: string[] = [];
  for (const event of manner.isQuiet ? [] : events) {
    if (event.kind === 'local') complaints.push(...localComplaints(event.error));
    else out.push(manner.stamp(event.atUs) + eventLine(event, run, manner));
  }
  return { stdout: linesOf(out), stderr: linesOf(complaints) };
}

function refusalOf(call: 'connect' | 'bind', error: SendError): string {
  if (call === 'bind') return 'bind: Cannot assign requested address';
  if (error === 'EACCES') {
    return 'Do you want to ping broadcast? Then -b. If not, check your local firewall rules';
  }
  return `connect: ${strerror(error)}`;
}

/**
 * What ping says on standard error of a packet that its own host did not take: what the socket's error
 * queue holds (`receive_error_msg`), and that the device would not have it. Other refusals, an output
 * chain's or a missing route's, are counted, but not printed.
 */
function localComplaints(error: SendError): readonly string[] {
  if (error === 'ENOBUFS') return [`ping: sendmsg: ${strerror(error)}`];
  return typeof error === 'object' ? [`ping: local error: message too long, mtu=${error.mtu}`] : [];
}

/** strerror(3). */
function strerror(error: SendError): string {
  switch (error) {
    case 'ENETUNREACH':
      return 'Network is unreachable';
    case 'EHOSTUNREACH':
      return 'No route to host';
    case 'EACCES':
      return 'Permission denied';
    case 'EINVAL':
      return 'Invalid argument';
    case 'ENOBUFS':
      return 'No buffer space available';
    case 'EPERM':
      return 'Operation not permitted';
    default:
      return 'Message too long';
  }
}

/** With its line's end. */
export function firstLine({ options }: PingRun, { name, device, announced }: PingManner): string {
  const to = formatIpv4(options.to);
  const source = options.source === undefined ? announced : formatIpv4(options.source);
  const from = source === undefined ? '' : `from ${source} ${device ?? ''}: `;
  const size = `${options.size}(${options.size + HEADER_BYTES})`;
  return `PING ${name} (${to}) ${from}${size} bytes of data.\n`;
}

function eventLine(
  event: Exclude<PingEvent, { kind: 'local' }>,
  { options }: PingRun,
  { addressText }: PingManner,
): string {
  if (event.kind === 'overdue') return `no answer yet for icmp_seq=${event.sequence}`;
  if (event.kind === 'error') {
    const { from, sequence, type } = event.error;
    const colon = type === ICMP_REDIRECT ? ':' : '';
    const who = `From ${addressText(from)}${colon} icmp_seq=${sequence}`;
    return `${who} ${describePingError(event.error)}`;
  }
  const { from, sequence, ttl, bytes, roundTripUs, isDuplicate } = event.reply;
  const isTimed = bytes - ICMP_HEADER_BYTES >= TIME_STAMP_BYTES;
  return [
    `${bytes} bytes from ${addressText(from)}: icmp_seq=${sequence} ttl=${ttl}`,
    isTimed ? ` time=${formatRoundTrip(roundTripUs)} ms` : '',
    isDuplicate ? ' (DUP!)' : '',
    from === options.to ? '' : ' (DIFFERENT ADDRESS!)',
  ].join('');
}

/** Milliseconds with as many places as ping finds worth printing. */
function formatRoundTrip(us: number): string {
  if (us >= 99_950) return `${Math.floor((us + 500) / 1000)}`;
  if (us >= 9_995) return (Math.floor((us + 50) / 100) / 10).toFixed(1);
  if (us >= 1000) return (Math.floor((us + 5) / 10) / 100).toFixed(2);
  return (us / 1000).toFixed(3);
}

/** What ping says at its end, the empty line before it included. */
export function renderStatistics(run: PingRun, { name }: PingManner): string {
  const { options, sent, received, duplicates, errors } = run;
  const lost = ((sent - received) * 100) / sent;
  // From the first packet to the last one sent: ping does not look at its clock any later.
  const spanMs = (sent - 1) * options.intervalMs;
  return linesOf([
    '',
    `--- ${name} ping statistics ---`,
    [
      `${sent} packets transmitted, ${received} received`,
      duplicates > 0 ? `, +${duplicates} duplicates` : '',
      errors > 0 ? `, +${errors} errors` : '',
      `, ${Number(lost.toPrecision(6))}% packet loss, time ${Math.floor(spanMs)}ms`,
    ].join(''),
    [roundTrips(run), run.inFlightMax > 1 ? `pipe ${run.inFlightMax}` : '']
      .filter((part) => part !== '')
      .join(', '),
  ]);
}

function roundTrips({ events, options }: PingRun): string {
  const times = events
    .flatMap((event): PingReply[] => (event.kind === 'reply' ? [event.reply] : []))
    .map(({ roundTripUs }) => roundTripUs);
  if (times.length === 0 || options.size < TIME_STAMP_BYTES) return '';
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const square = times.reduce((sum, time) => sum + time * time, 0) / times.length;
  const average = Math.floor(mean);
  const deviation = Math.floor(Math.sqrt(Math.max(0, square - average * average)));
  const figures = [Math.min(...times), average, Math.max(...times), deviation];
  return `rtt min/avg/max/mdev = ${figures.map((us) => (us / 1000).toFixed(3)).join('/')} ms`;
}
