/**
 * What a ping does while it runs: what it sends when, what it takes for an answer, and when it ends
 * (iputils 20221126, ping/ping_common.c: `pinger`, `main_loop`, `gather_statistics`).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { ICMP_REDIRECT, type IcmpEcho, type IcmpError } from '../../wire/icmp';
import { PROTOCOL_ICMP, packetLength } from '../../wire/ipv4';
import { quotedIcmp } from '../../wire/quote';
import type { Netns } from '../netns';
import type { Timer } from '../scheduler';
import type { Skb } from '../skb';
import type { PingEvent, PingOptions, PingRun, RunningPing } from './ping';
import { type SendError, sendPacket } from './send-packet';

const RETRY_MS_MIN = 10;
const RETRY_MS_MAX = 500;

export class PingProcess implements RunningPing {
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
  #deadline: Timer | undefined = undefined;
  #endUs: number | undefined = undefined;
  readonly #socket = (skb: Skb, message: IcmpEcho | IcmpError) => this.#receive(skb, message);

  constructor(netns: Netns, options: PingOptions) {
    this.#netns = netns;
    this.#options = options;
    this.#id = options.icmpId ?? netns.random.between(1, 0xffff);
    this.#data = patternOf(options.size);
    this.#startUs = netns.network.nowUs;
    netns.sockets.icmp.add(this.#socket);
    const { deadlineMs } = options;
    if (deadlineMs !== undefined) {
      this.#deadline = netns.network.scheduler.after(deadlineMs * 1000, () => this.stop());
    }
    this.#sendNext();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get run(): PingRun {
    return {
      options: this.#options,
      refusal: undefined,
      events: this.#events,
      sent: this.#sentAtUs.length,
      received: this.#received,
      duplicates: this.#duplicates,
      errors: this.#errors,
      inFlightMax: this.#inFlightMax,
      elapsedUs: (this.#endUs ?? this.#netns.nowUs) - this.#startUs,
    };
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#endUs = this.#netns.nowUs;
    this.#netns.sockets.icmp.delete(this.#socket);
    for (const timer of [this.#timer, this.#deadline]) {
      if (timer !== undefined) timer.cancelled = true;
    }
  }

  #sendNext(): void {
    if (this.#isOver) return;
    const { scheduler } = this.#netns.network;
    const sequence = this.#sentAtUs.length + 1;
    if (this.#options.reportsOverdue) this.#reportOverdue(sequence - 1);
    const startUs = scheduler.nowUs;
    const error = sendPacket(this.#netns, this.#packet(sequence));
    if (error === 'ENOBUFS' && this.#triesAgain()) return;
    this.#refusals = 0;
    this.#sentAtUs.push(startUs);
    if (error !== undefined) this.#failLocally(error);
    if (this.#isOver) return;
    const { count, intervalMs, deadlineMs } = this.#options;
    // Who has a deadline goes on asking until then, or until enough have answered.
    if (sequence < count || deadlineMs !== undefined) {
      this.#timer = scheduler.after(intervalMs * 1000, () => this.#sendNext());
    } else {
      this.#timer = scheduler.after(this.#patienceUs(), () => this.stop());
    }
  }

  #reportOverdue(sequence: number): void {
    if (sequence === 0 || this.#answered.has(sequence)) return;
    this.#events.push({ kind: 'overdue', atUs: this.#netns.nowUs, sequence });
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
    const { to, source, ttl, df, tos } = this.#options;
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
      tos,
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
    this.#events.push({ kind: 'local', atUs: this.#netns.nowUs, error });
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
    this.#events.push({ kind: 'reply', atUs: this.#netns.nowUs, reply });
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
      atUs: this.#netns.nowUs,
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
    const { count, deadlineMs } = this.#options;
    const isEnough = this.#received + this.#errors >= count;
    if (isEnough || (deadlineMs !== undefined && this.#errors > 0)) this.stop();
  }
}

/** The bytes that ping fills its packets with: 0, 1, 2 … after the 16 of the time stamp. */
function patternOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index < 16 ? 0 : index & 0xff));
}
