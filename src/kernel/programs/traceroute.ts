/**
 * traceroute of Debian (2.1.2), one probe per TTL and one at a time: UDP to rising ports from 33434,
 * or ICMP echo requests; packets of 60 bytes.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { ICMP_DEST_UNREACHABLE, ICMP_REDIRECT, type IcmpError } from '../../wire/icmp';
import type { Netns } from '../netns';
import type { Timer } from '../scheduler';
import type { PmtuDiscovery, SendError } from './send-packet';
import { icmpProbe, udpProbe } from './traceroute-probes';

export interface TracerouteOptions {
  readonly to: Ipv4;
  readonly method: 'udp' | 'icmp';
  readonly maxHops: number;
  readonly probes: number;
  /** How long to wait for each answer. */
  readonly waitMs: number;
  /** Bytes of the whole packet. */
  readonly size: number;
  /** `-f`; 1 where nobody said otherwise. */
  readonly firstTtl?: number;
  /** `-p`: the first probe's port or sequence number. */
  readonly firstPort?: number | undefined;
  /** `-U`: all probes go to the same port. */
  readonly hasOnePort?: boolean;
  readonly source?: Ipv4 | undefined;
  readonly tos?: number;
  /** `-F`: do; else never DF. */
  readonly df?: PmtuDiscovery;
}

export interface TracerouteAnswer {
  readonly from: Ipv4;
  readonly roundTripUs: number;
  /** `!N`, `!H`, `!X` … where the answer says that there is no way on. */
  readonly mark: string | undefined;
  readonly isFinal: boolean;
}

export interface TracerouteHop {
  readonly ttl: number;
  /** One for each probe; `undefined` prints as `*`. */
  readonly answers: readonly (TracerouteAnswer | undefined)[];
}

export interface TracerouteRun {
  readonly options: TracerouteOptions;
  /** Of one that still runs the last may lack answers. */
  readonly hops: readonly TracerouteHop[];
  readonly refusal: SendError | undefined;
}

const CODE_PORT_UNREACHABLE = 3;

/** traceroute(8), "LIST OF AVAILABLE METHODS": what the unreachable codes print as. */
const MARKS: Readonly<Record<number, string>> = {
  0: '!N',
  1: '!H',
  2: '!P',
  4: '!F',
  5: '!S',
  6: '!U',
  7: '!W',
  8: '!I',
  9: '!A',
  10: '!Z',
  11: '!Q',
  12: '!T',
  13: '!X',
  14: '!V',
  15: '!C',
};

/** A traceroute that is under way, or over. It lives on events of the network's scheduler. */
export class RunningTraceroute {
  readonly #netns: Netns;
  readonly #options: TracerouteOptions;
  readonly #icmpId: number;
  readonly #hops: { readonly ttl: number; readonly answers: (TracerouteAnswer | undefined)[] }[] =
    [];
  #number = 0;
  #refusal: SendError | undefined = undefined;
  #isOver = false;
  #timer: Timer | undefined = undefined;
  #close: () => void = () => undefined;

  constructor(netns: Netns, options: TracerouteOptions) {
    this.#netns = netns;
    this.#options = options;
    this.#icmpId = netns.random.between(1, 0xffff);
    this.#sendNext();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** What is known so far. */
  get run(): TracerouteRun {
    return { options: this.#options, hops: this.#hops, refusal: this.#refusal };
  }

  stop(): void {
    this.#isOver = true;
    this.#close();
    if (this.#timer !== undefined) this.#timer.cancelled = true;
  }

  #sendNext(): void {
    if (this.#isOver) return;
    const { scheduler } = this.#netns.network;
    const { method, probes, waitMs, firstTtl = 1 } = this.#options;
    const ttl = firstTtl + Math.floor(this.#number / probes);
    this.#number += 1;
    const sentUs = scheduler.nowUs;
    let isAnswered = false;
    const hear = (from: Ipv4, error: IcmpError | undefined) => {
      if (isAnswered || error?.type === ICMP_REDIRECT) return;
      isAnswered = true;
      const answer = answerOf(from, scheduler.nowUs - sentUs, error);
      this.#plan(0, () => this.#note(ttl, answer));
    };
    const probe = method === 'udp' ? udpProbe : icmpProbe;
    const { refusal, close } = probe(this.#netns, this.#options, {
      ttl,
      number: this.#number,
      icmpId: this.#icmpId,
      hear,
    });
    this.#close = close;
    if (refusal !== undefined) {
      this.#refusal = refusal;
      this.stop();
    } else if (!isAnswered) this.#plan(waitMs * 1000, () => this.#note(ttl, undefined));
  }

  #plan(delayUs: number, run: () => void): void {
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    this.#timer = this.#netns.network.scheduler.after(delayUs, run);
  }

  #note(ttl: number, answer: TracerouteAnswer | undefined): void {
    this.#close();
    const { probes, maxHops } = this.#options;
    const last = this.#hops.at(-1);
    const hop = last?.ttl === ttl ? last : { ttl, answers: [] };
    if (hop !== last) this.#hops.push(hop);
    hop.answers.push(answer);
    const isDone = hop.answers.length === probes;
    const isFinal = hop.answers.some((one) => one?.isFinal);
    if (isDone && (isFinal || ttl === maxHops)) this.stop();
    else this.#sendNext();
  }
}

/** A traceroute from its beginning to its end, with nobody else about. */
export function traceroute(netns: Netns, options: TracerouteOptions): TracerouteRun {
  const running = new RunningTraceroute(netns, options);
  netns.network.scheduler.runUntil(Number.POSITIVE_INFINITY, () => running.isOver);
  return running.run;
}

function answerOf(from: Ipv4, roundTripUs: number, error: IcmpError | undefined): TracerouteAnswer {
  const isUnreachable = error?.type === ICMP_DEST_UNREACHABLE;
  const code = error?.code ?? 0;
  const mark = isUnreachable && code !== CODE_PORT_UNREACHABLE ? MARKS[code] : undefined;
  return { from, roundTripUs, mark, isFinal: error === undefined || isUnreachable };
}
