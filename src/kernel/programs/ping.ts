/**
 * ping of iputils (20221126) with a raw socket: how it is asked, what is known of it while it runs and
 * at its end. How it prints is the business of `commands/`.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import { PingProcess } from './ping-process';
import type { PmtuDiscovery, SendError } from './send-packet';

export interface PingOptions {
  readonly to: Ipv4;
  /** `-c`; Infinity where nobody counts. */
  readonly count: number;
  readonly intervalMs: number;
  /** `-W`: how long to wait for the last answer where none has come at all. */
  readonly timeoutMs: number;
  readonly size: number;
  readonly ttl: number | undefined;
  readonly df: PmtuDiscovery | undefined;
  readonly source: Ipv4 | undefined;
  readonly icmpId: number | undefined;
  /** `-w`: when it ends, whatever has come. */
  readonly deadlineMs?: number | undefined;
  /** `-Q` */
  readonly tos?: number;
  /** `-O`: whoever has not answered when the next request goes out is named. */
  readonly reportsOverdue?: boolean;
}

export interface PingReply {
  readonly from: Ipv4;
  readonly sequence: number;
  readonly ttl: number;
  /** Of ICMP: the payload and its header of 8. */
  readonly bytes: number;
  readonly roundTripUs: number;
  readonly isDuplicate: boolean;
}

export interface PingError {
  readonly from: Ipv4;
  readonly sequence: number;
  readonly type: number;
  readonly code: number;
  readonly rest: number;
}

/** What ping prints a line about, in the order of the lines. */
export type PingEvent = { readonly atUs: number } & (
  | { readonly kind: 'reply'; readonly reply: PingReply }
  | { readonly kind: 'error'; readonly error: PingError }
  | { readonly kind: 'local'; readonly error: SendError }
  | { readonly kind: 'overdue'; readonly sequence: number }
);

export interface PingRun {
  readonly options: PingOptions;
  /** Why ping did not even begin (`connect`, `bind`). */
  readonly refusal: { readonly call: 'connect' | 'bind'; readonly error: SendError } | undefined;
  readonly events: readonly PingEvent[];
  readonly sent: number;
  readonly received: number;
  readonly duplicates: number;
  readonly errors: number;
  /** The most packets that were on their way at once (`pipe 3`). */
  readonly inFlightMax: number;
  /** From the first packet to the end. */
  readonly elapsedUs: number;
}

/** A ping that is under way, or over. It lives on events of the network's scheduler. */
export interface RunningPing {
  readonly isOver: boolean;
  /** What has come so far; of one that is over, all of it. */
  readonly run: PingRun;
  /** As on Ctrl-C. */
  stop(): void;
}

/** Sends the first request and comes back. */
export function startPing(netns: Netns, options: PingOptions): RunningPing {
  const { to, source } = options;
  // Who names the source need not ask the routes for one: the first packet will find out.
  if (source !== undefined) {
    if (!netns.isLocalAddress(source)) return refused(options, 'bind', 'EINVAL');
    return new PingProcess(netns, options);
  }
  const route = routeOutput(netns, { destination: to });
  if (route.type === 'error') return refused(options, 'connect', route.error);
  // A socket must ask for leave to broadcast (SO_BROADCAST), and ping without -b does not.
  if (route.type === 'broadcast') return refused(options, 'connect', 'EACCES');
  return new PingProcess(netns, options);
}

/** A ping from its beginning to its end, with nobody else about. */
export function ping(netns: Netns, options: PingOptions): PingRun {
  const running = startPing(netns, options);
  netns.network.scheduler.runUntil(Number.POSITIVE_INFINITY, () => running.isOver);
  return running.run;
}

function refused(options: PingOptions, call: 'connect' | 'bind', error: SendError): RunningPing {
  const nothing = { sent: 0, received: 0, duplicates: 0, errors: 0, inFlightMax: 0, elapsedUs: 0 };
  const run = { options, refusal: { call, error }, events: [], ...nothing };
  return { isOver: true, run, stop: () => undefined };
}
