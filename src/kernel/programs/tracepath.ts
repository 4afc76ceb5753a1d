/**
 * tracepath of iputils (20221126, tracepath.c): UDP with a rising TTL and DF, as long as the device
 * takes, so that it finds the routers and the MTU of the path at once.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { ICMP_DEST_UNREACHABLE, ICMP_TIME_EXCEEDED, type IcmpError } from '../../wire/icmp';
import { PROTOCOL_UDP } from '../../wire/ipv4';
import { quotedPorts } from '../../wire/quote';
import type { Netns } from '../netns';
import type { Timer } from '../scheduler';
import type { Skb } from '../skb';
import { type OpenUdpSocket, openUdp } from '../sockets/udp-socket';

interface TracepathOptions {
  readonly to: Ipv4;
  readonly maxHops: number;
  /** `-l`: bytes of the first packet; as many as there can be where nobody said. */
  readonly size: number;
  readonly port: number;
}

type Meaning = 'hop' | 'reached' | 'pmtu' | '!H' | '!N' | '!P';

/** What tracepath prints a line about. */
export type TracepathEvent =
  /** The own host does not take so much. */
  | { readonly kind: 'local-mtu'; readonly ttl: number; readonly mtu: number }
  | {
      readonly kind: 'answer';
      readonly ttl: number;
      readonly from: Ipv4;
      readonly roundTripUs: number;
      /** How many hops the answer came, by its TTL. */
      readonly hopsBack: number;
      /** Bytes: what it is known by then that the path takes. */
      readonly mtu: number;
      readonly meaning: Meaning;
    }
  | { readonly kind: 'no-reply'; readonly ttl: number }
  | { readonly kind: 'send-failed'; readonly ttl: number }
  | { readonly kind: 'too-many-hops' };

const WAIT_US = 1_000_000;
const TRIES = 3;
const HEADER_BYTES = 28;
/** So many probes have ports of their own; the next one has the first one's again. */
const PORTS = 64;

interface SentProbe {
  readonly ttl: number;
  readonly sentUs: number;
}

export class RunningTracepath {
  readonly #netns: Netns;
  readonly #options: TracepathOptions;
  readonly #socket: OpenUdpSocket;
  readonly #events: TracepathEvent[] = [];
  /** By their place among the ports. */
  readonly #sent = new Map<number, SentProbe>();
  #mtu: number;
  /** What was known when this hop was begun: whoever learns more begins it again. */
  #mtuBefore: number;
  #ttl = 1;
  #tries = 0;
  #place = 0;
  #timer: Timer | undefined = undefined;
  #isOver = false;

  constructor(netns: Netns, options: TracepathOptions) {
    this.#netns = netns;
    this.#options = options;
    this.#mtu = options.size;
    this.#mtuBefore = options.size;
    this.#socket = openUdp(netns, {
      port: undefined,
      remote: undefined,
      df: 'probe',
      onDatagram: () => undefined,
      onError: (skb, error) => this.#hear(skb, error),
    });
    if (options.maxHops < 1) this.#finish({ kind: 'too-many-hops' });
    else this.#probe();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get events(): readonly TracepathEvent[] {
    return this.#events;
  }

  /** Bytes: the longest packet that is known to get through. */
  get mtu(): number {
    return this.#mtu;
  }

  stop(): void {
    this.#isOver = true;
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    this.#socket.close();
  }

  /** `probe_ttl`. */
  #probe(): void {
    if (this.#isOver) return;
    this.#sent.set(this.#place, { ttl: this.#ttl, sentUs: this.#netns.nowUs });
    this.#plan(WAIT_US, () => this.#giveUp());
    const { to: address, port } = this.#options;
    const bytes = new Uint8Array(Math.max(this.#mtu - HEADER_BYTES, 0));
    const error = this.#socket.send({ address, port: port + this.#place }, bytes, this.#ttl);
    if (error === undefined) {
      this.#tries += 1;
      this.#place = (this.#place + 1) % PORTS;
    } else if (typeof error === 'object') {
      this.#events.push({ kind: 'local-mtu', ttl: this.#ttl, mtu: error.mtu });
      this.#mtu = error.mtu;
      this.#probe();
    } else {
      this.#finish({ kind: 'send-failed', ttl: this.#ttl });
    }
  }

  #giveUp(): void {
    if (this.#mtu !== this.#mtuBefore) this.#begin(this.#ttl);
    else if (this.#tries < TRIES) this.#probe();
    else {
      this.#events.push({ kind: 'no-reply', ttl: this.#ttl });
      this.#begin(this.#ttl + 1);
    }
  }

  #begin(ttl: number): void {
    this.#ttl = ttl;
    this.#tries = 0;
    this.#mtuBefore = this.#mtu;
    if (ttl > this.#options.maxHops) this.#finish({ kind: 'too-many-hops' });
    else this.#probe();
  }

  #hear({ packet }: Skb, error: IcmpError): void {
    const place = (quotedPorts(error.quoted)?.destination ?? 0) - this.#options.port;
    const probe = this.#sent.get(place);
    const meaning = meaningOf(error);
    const isOurs =
      error.quoted.protocol === PROTOCOL_UDP && error.quoted.destination === this.#options.to;
    if (!isOurs || probe === undefined || meaning === undefined) return;
    this.#sent.delete(place);
    if (meaning === 'pmtu') this.#mtu = error.rest & 0xffff;
    this.#events.push({
      kind: 'answer',
      ttl: probe.ttl,
      from: packet.source,
      roundTripUs: this.#netns.nowUs - probe.sentUs,
      hopsBack: hopsFrom(packet.ttl),
      mtu: this.#mtu,
      meaning,
    });
    if (this.#mtu !== this.#mtuBefore) this.#plan(0, () => this.#begin(this.#ttl));
    else if (meaning === 'hop') this.#plan(0, () => this.#begin(this.#ttl + 1));
    else this.stop();
  }

  #finish(event: TracepathEvent): void {
    this.#events.push(event);
    this.stop();
  }

  #plan(delayUs: number, run: () => void): void {
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    this.#timer = this.#netns.network.scheduler.after(delayUs, run);
  }
}

/** How far it came, if it began with 64, 128 or 255 hops to go. */
function hopsFrom(ttl: number): number {
  if (ttl <= 64) return 65 - ttl;
  return (ttl <= 128 ? 129 : 256) - ttl;
}

/** `icmp_err_convert`, net/ipv4/icmp.c, and what tracepath makes of each errno. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  0: '!N',
  1: '!H',
  2: '!P',
  3: 'reached',
  4: 'pmtu',
  6: '!N',
  7: '!H',
  9: '!N',
  10: '!H',
  11: '!N',
  12: '!H',
  13: '!H',
  14: '!H',
  15: '!H',
};

function meaningOf({ type, code }: IcmpError): Meaning | undefined {
  if (type === ICMP_TIME_EXCEEDED) return code === 0 ? 'hop' : '!H';
  return type === ICMP_DEST_UNREACHABLE ? MEANINGS[code] : undefined;
}
