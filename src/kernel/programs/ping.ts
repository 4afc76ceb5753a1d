/**
 * ping of iputils (20221126) with a raw socket: what it sends when, what it takes for an answer, and
 * when it ends. How it prints is the business of `commands/`.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { ICMP_REDIRECT, type IcmpEcho, type IcmpError } from '../../wire/icmp';
import { PROTOCOL_ICMP, packetLength } from '../../wire/ipv4';
import { quotedIcmp } from '../../wire/quote';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import type { Timer } from '../scheduler';
import type { Skb } from '../skb';
import { type PmtuDiscovery, type SendError, sendPacket } from './send-packet';

export interface PingOptions {
  readonly to: Ipv4;
  readonly count: number;
  readonly intervalMs: number;
  /** `-W`: how long to wait for the last answer where none has come at all. */
  readonly timeoutMs: number;
  readonly size: number;
  readonly ttl: number | undefined;
  readonly df: PmtuDiscovery | undefined;
  readonly source: Ipv4 | undefined;
  readonly icmpId: number | undefined;
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
export type PingEvent =
  | { readonly kind: 'reply'; readonly reply: PingReply }
  | { readonly kind: 'error'; readonly error: PingError }
  | { readonly kind: 'local'; readonly error: SendError };

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

const RETRY_MS_MIN = 10;
const RETRY_MS_MAX = 500;

/** More packets than this is a flood, not a question. */
const COUNT_MAX = 1_000_000;

export function ping(netns: Netns, options: PingOptions): PingRun {
  const { to, source } = options;
  // Who names the source need not ask the routes for one: the first packet will find out.
  if (source !== undefined) {
    if (!netns.isLocalAddress(source)) return refused(options, 'bind', 'EINVAL');
    return new PingProcess(netns, options).run();
  }
  const route = routeOutput(netns, { destination: to });
  if (route.type === 'error') return refused(options, 'connect', route.error);
  // A socket must ask for leave to broadcast (SO_BROADCAST), and ping without -b does not.
  if (route.type === 'broadcast') return refused(options, 'connect', 'EACCES');
  return new PingProcess(netns, options).run();
}

function refused(options: PingOptions, call: 'connect' | 'bind', error: SendError): PingRun {
  const nothing = { sent: 0, received: 0, duplicates: 0, errors: 0, inFlightMax: 0, elapsedUs: 0 };
  return { options, refusal: { call, error }, events: [], ...nothing };
}

class PingProcess {
  readonly #netns: Netns;
  readonly #options: PingOptions;
  readonly #id: number;
  readonly #data: Uint8Array;
  readonly #startUs: number;
  readonly #sentAtUs: number[] = [];
  readonly #answered = new Set<number>();
  readonly #events: PingEvent[] = [];
  #received = 0;
  #duplicates = 0;
  #errors = 0;
  #inFlightMax = 0;
  #slowestUs = 0;
  #refusals = 0;
  #isOver = false;
  #timer: Timer | undefined = undefined;

  constructor(netns: Netns, options: PingOptions) {
    this.#netns = netns;
    this.#options = options;
    this.#id = options.icmpId ?? netns.random.between(1, 0xffff);
    this.#data = patternOf(options.size);
    this.#startUs = netns.network.nowUs;
  }

  run(): PingRun {
    const { network, sockets } = this.#netns;
    const socket = (skb: Skb, message: IcmpEcho | IcmpError) => this.#receive(skb, message);
    sockets.icmp.add(socket);
    this.#sendNext();
    network.scheduler.runUntil(Number.POSITIVE_INFINITY, () => this.#isOver);
    sockets.icmp.delete(socket);
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    return {
      options: this.#options,
      refusal: undefined,
      events: this.#events,
      sent: this.#sentAtUs.length,
      received: this.#received,
      duplicates: this.#duplicates,
      errors: this.#errors,
      inFlightMax: this.#inFlightMax,
      elapsedUs: network.nowUs - this.#startUs,
    };
  }

  #sendNext(): void {
    if (this.#isOver) return;
    const { scheduler } = this.#netns.network;
    const sequence = this.#sentAtUs.length + 1;
    const startUs = scheduler.nowUs;
    const error = sendPacket(this.#netns, this.#packet(sequence));
    if (error === 'ENOBUFS' && this.#triesAgain()) return;
    this.#refusals = 0;
    this.#sentAtUs.push(startUs);
    if (error !== undefined) this.#failLocally(error);
    if (this.#isOver) return;
    if (sequence < Math.min(this.#options.count, COUNT_MAX)) {
      this.#timer = scheduler.after(this.#options.intervalMs * 1000, () => this.#sendNext());
    } else {
      this.#timer = scheduler.after(this.#patienceUs(), () => {
        this.#isOver = true;
      });
    }
  }

  /** `pinger`: a full device is asked again, twice an interval, until the patience for answers ends. */
  #triesAgain(): boolean {
    const { intervalMs, timeoutMs } = this.#options;
    const pauseMs = Math.min(Math.max(intervalMs / 2, RETRY_MS_MIN), RETRY_MS_MAX);
    this.#refusals += 1;
    if (this.#refusals * pauseMs >= timeoutMs) return false;
    this.#timer = this.#netns.network.scheduler.after(pauseMs * 1000, () => this.#sendNext());
    return true;
  }

  #packet(sequence: number) {
    const { to, source, ttl, df } = this.#options;
    const payload: IcmpEcho = {
      kind: 'icmp-echo',
      type: 'request',
      id: this.#id,
      sequence: sequence & 0xffff,
      data: this.#data,
    };
    return {
      destination: to,
      source,
      ttl,
      df,
      protocol: PROTOCOL_ICMP,
      isConnected: false,
      hearsErrors: true,
      payload,
    };
  }

  /** `__schedule_exit`: twice the slowest answer, an interval at least; with no answer yet, -W. */
  #patienceUs(): number {
    const { intervalMs, timeoutMs } = this.#options;
    if (this.#received === 0) return timeoutMs * 1000;
    return Math.max(2 * this.#slowestUs, intervalMs * 1000);
  }

  #failLocally(error: SendError): void {
    this.#events.push({ kind: 'local', error });
    if (typeof error === 'object') this.#count('error');
  }

  #receive({ packet }: Skb, message: IcmpEcho | IcmpError): void {
    if (message.kind === 'icmp-error') this.#receiveError(packet.source, message);
    else if (message.type === 'reply' && message.id === this.#id) {
      this.#receiveReply(packet.source, packet.ttl, packetLength(packet) - 20, message.sequence);
    }
  }

  #receiveReply(from: Ipv4, ttl: number, bytes: number, sequence: number): void {
    const sentAtUs = this.#sentAtUs[sequence - 1] ?? this.#startUs;
    const roundTripUs = this.#netns.network.nowUs - sentAtUs;
    const isDuplicate = this.#answered.has(sequence);
    this.#answered.add(sequence);
    this.#slowestUs = Math.max(this.#slowestUs, roundTripUs);
    const reply = { from, sequence, ttl, bytes, roundTripUs, isDuplicate };
    this.#events.push({ kind: 'reply', reply });
    this.#acknowledge(sequence);
    this.#count(isDuplicate ? 'duplicate' : 'reply');
  }

  /** Only errors about this ping's own requests; a redirect is printed but not counted. */
  #receiveError(from: Ipv4, message: IcmpError): void {
    const inner = quotedIcmp(message.quoted);
    if (inner?.type !== 8 || inner.id !== this.#id) return;
    if (message.quoted.destination !== this.#options.to) return;
    const { type, code, rest } = message;
    if (type !== ICMP_REDIRECT) this.#acknowledge(inner.sequence);
    this.#events.push({
      kind: 'error',
      error: { from, sequence: inner.sequence, type, code, rest },
    });
    if (type !== ICMP_REDIRECT) this.#count('error');
  }

  /** `acknowledge`: how many were sent since, that one included. */
  #acknowledge(sequence: number): void {
    this.#inFlightMax = Math.max(this.#inFlightMax, this.#sentAtUs.length - sequence + 1);
  }

  #count(what: 'reply' | 'duplicate' | 'error'): void {
    if (what === 'reply') this.#received += 1;
    else if (what === 'duplicate') this.#duplicates += 1;
    else this.#errors += 1;
    if (this.#received + this.#errors >= this.#options.count) this.#isOver = true;
  }
}

/** The bytes that ping fills its packets with: 0, 1, 2 … after the 16 of the time stamp. */
function patternOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index < 16 ? 0 : index & 0xff));
}
