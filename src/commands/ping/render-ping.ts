/**
 * What ping prints about a run (iputils 20221126, ping/ping_common.c: `finish`,
 * `gather_statistics`). Names are never looked up: every address is printed as with `-n`.
 */
import { formatIpv4 } from '../../addr/ipv4';
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

interface PingManner {
  /** `-q`: nothing but the first line and the statistics. */
  readonly isQuiet: boolean;
  /** The device of `-I eth0`, as the first line names it. */
  readonly device: string | undefined;
  /** The address that `-I` gave or chose. */
  readonly announced: string | undefined;
}

const PLAIN: PingManner = { isQuiet: false, device: undefined, announced: undefined };

export function renderPing(run: PingRun, manner: PingManner = PLAIN): CommandResult {
  if (run.refusal !== undefined) {
    return failed(`ping: ${refusalOf(run.refusal.call, run.refusal.error)}`, 2);
  }
  const out = [firstLine(run, manner)];
  const complaints: string[] = [];
  for (const event of manner.isQuiet ? [] : run.events) {
    if (event.kind === 'local') complaints.push(...localComplaints(event.error));
    else out.push(eventLine(event, run));
  }
  return {
    stdout: linesOf([...out, '', ...statistics(run)]),
    stderr: linesOf(complaints),
    exit: run.received > 0 ? 0 : 1,
  };
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

function firstLine({ options }: PingRun, { device, announced }: PingManner): string {
  const to = formatIpv4(options.to);
  const source = options.source === undefined ? announced : formatIpv4(options.source);
  const from = source === undefined ? '' : `from ${source} ${device ?? ''}: `;
  return `PING ${to} (${to}) ${from}${options.size}(${options.size + HEADER_BYTES}) bytes of data.`;
}

function eventLine(event: Exclude<PingEvent, { kind: 'local' }>, { options }: PingRun): string {
  if (event.kind === 'error') {
    const { from, sequence, type } = event.error;
    const colon = type === ICMP_REDIRECT ? ':' : '';
    const who = `From ${formatIpv4(from)}${colon} icmp_seq=${sequence}`;
    return `${who} ${describePingError(event.error)}`;
  }
  const { from, sequence, ttl, bytes, roundTripUs, isDuplicate } = event.reply;
  const isTimed = bytes - ICMP_HEADER_BYTES >= TIME_STAMP_BYTES;
  return [
    `${bytes} bytes from ${formatIpv4(from)}: icmp_seq=${sequence} ttl=${ttl}`,
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

function statistics(run: PingRun): readonly string[] {
  const { options, sent, received, duplicates, errors } = run;
  const lost = ((sent - received) * 100) / sent;
  // From the first packet to the last one sent: ping does not look at its clock any later.
  const spanMs = (sent - 1) * options.intervalMs;
  return [
    `--- ${formatIpv4(options.to)} ping statistics ---`,
    [
      `${sent} packets transmitted, ${received} received`,
      duplicates > 0 ? `, +${duplicates} duplicates` : '',
      errors > 0 ? `, +${errors} errors` : '',
      `, ${Number(lost.toPrecision(6))}% packet loss, time ${Math.floor(spanMs)}ms`,
    ].join(''),
    [roundTrips(run), run.inFlightMax > 1 ? `pipe ${run.inFlightMax}` : '']
      .filter((part) => part !== '')
      .join(', '),
  ];
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
