/**
 * One end of a TCP connection (RFC 9293, section 3.3.2), as much of it as connecting, exchanging a
 * few bytes and closing take: no windows, no congestion. SYNs are repeated as Linux repeats them.
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { IcmpError } from '../../wire/icmp';
import { NO_OPTIONS, PROTOCOL_TCP } from '../../wire/ipv4';
import { TCP_ACK, TCP_FIN, TCP_PSH, TCP_RST, TCP_SYN, type TcpSegment } from '../../wire/tcp';
import { originate, sendLocal } from '../ip/local-output';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import { defaultDiscovery } from '../programs/send-packet';
import type { Timer } from '../scheduler';
import type { Skb } from '../skb';
import { timerDelay } from '../timer-wheel';
import type { TcpEndpoint } from './socket-table';
import { laterOptions, synOptions } from './tcp-options';

export type TcpState =
  | 'syn-sent'
  | 'syn-received'
  | 'established'
  | 'fin-wait'
  | 'close-wait'
  | 'last-ack'
  | 'closed';

export type TcpError =
  | 'ECONNREFUSED'
  | 'ECONNRESET'
  | 'ETIMEDOUT'
  | 'EHOSTUNREACH'
  | 'ENETUNREACH'
  | 'EPERM'
  | 'EINVAL'
  | 'EACCES';

export interface TcpCallbacks {
  onEstablished(connection: TcpConnection): void;
  onData(connection: TcpConnection, bytes: Uint8Array): void;
  onEnd(connection: TcpConnection): void;
  onError(error: TcpError): void;
}

export interface TcpPeer {
  readonly localAddress: Ipv4;
  readonly localPort: number;
  readonly address: Ipv4;
  readonly port: number;
}

const TCP_IP_HEADER_BYTES = 40;
const WINDOW = 64_240;
/** tcp_syn_retries: repeated after 1, 3, 7 … seconds, six times. */
const SYN_RETRIES = 6;
const SYN_TIMEOUT_US = 1_000_000;
/** TCP_DELACK_MIN. */
const DELAYED_ACK_US = 40_000;

export class TcpConnection implements TcpEndpoint {
  readonly #netns: Netns;
  readonly peer: TcpPeer;
  readonly #callbacks: TcpCallbacks;
  state: TcpState;
  #next: number;
  #expected = 0;
  #peerClockMs = 0;
  #retry: Timer | undefined = undefined;
  #delayed: Timer | undefined = undefined;

  constructor(netns: Netns, peer: TcpPeer, state: TcpState, callbacks: TcpCallbacks) {
    this.#netns = netns;
    this.peer = peer;
    this.state = state;
    this.#callbacks = callbacks;
    this.#next = netns.random.next();
    netns.sockets.addConnection(peer.localPort, peer.address, peer.port, this);
  }

  /** The client's first segment. */
  connect(): void {
    this.#sendSyn(TCP_SYN, 0);
  }

  /** The server's answer to a client's first segment. */
  accept(syn: TcpSegment): void {
    this.#expected = (syn.sequence + 1) >>> 0;
    this.#sendSyn(TCP_SYN | TCP_ACK, 0);
  }

  send(bytes: Uint8Array): void {
    this.#transmit(TCP_PSH | TCP_ACK, bytes);
    this.#next = (this.#next + bytes.length) >>> 0;
  }

  close(): void {
    if (this.state !== 'established' && this.state !== 'close-wait') return;
    this.#transmit(TCP_FIN | TCP_ACK, NO_OPTIONS);
    this.#next = (this.#next + 1) >>> 0;
    this.state = this.state === 'established' ? 'fin-wait' : 'last-ack';
  }

  /** A close with SO_LINGER 0: the other end, if it has been heard, is told at once with a reset. */
  abort(): void {
    const isHeard = this.state !== 'closed' && this.state !== 'syn-sent';
    if (isHeard) this.#transmit(TCP_RST | TCP_ACK, NO_OPTIONS);
    this.#finish();
  }

  /** `reqsk_timer_handler`: nobody listens any more, and a client not yet accepted is forgotten. */
  forgetUnlessAccepted(): void {
    if (this.state === 'syn-received') this.#finish();
  }

  receive(_skb: Skb, segment: TcpSegment): void {
    if ((segment.flags & TCP_RST) !== 0) {
      this.#fail(this.state === 'syn-sent' ? 'ECONNREFUSED' : 'ECONNRESET');
      return;
    }
    this.#peerClockMs = this.#clockMs;
    switch (this.state) {
      case 'syn-sent':
        this.#completeAsClient(segment);
        return;
      case 'syn-received':
        if ((segment.flags & TCP_ACK) === 0) return;
        this.#establish();
        break;
      case 'last-ack':
        if ((segment.flags & TCP_ACK) !== 0) this.#finish();
        return;
      case 'closed':
        return;
      default:
        break;
    }
    this.#take(segment);
  }

  fail(_skb: Skb, error: IcmpError): void {
    if (this.state !== 'syn-sent') return;
    const errno = ICMP_ERRNO[error.code];
    if (error.type === 3 && errno !== undefined) this.#fail(errno);
  }

  #completeAsClient(segment: TcpSegment): void {
    const wanted = TCP_SYN | TCP_ACK;
    if ((segment.flags & wanted) !== wanted) return;
    this.#expected = (segment.sequence + 1) >>> 0;
    this.state = 'established';
    this.#stopRetry();
    this.#next = (this.#next + 1) >>> 0;
    this.#transmit(TCP_ACK, NO_OPTIONS);
    this.#callbacks.onEstablished(this);
  }

  #establish(): void {
    this.state = 'established';
    this.#stopRetry();
    this.#next = (this.#next + 1) >>> 0;
    this.#callbacks.onEstablished(this);
  }

  /** Data and the end of data, in order; what comes twice is acknowledged again. */
  #take(segment: TcpSegment): void {
    const isEnd = (segment.flags & TCP_FIN) !== 0;
    if (segment.data.length === 0 && !isEnd) return;
    if (segment.sequence !== this.#expected) {
      this.#transmit(TCP_ACK, NO_OPTIONS);
      return;
    }
    this.#expected = (this.#expected + segment.data.length + (isEnd ? 1 : 0)) >>> 0;
    // The end alone can wait a little: mostly the answer's own end follows at once.
    if (isEnd && this.state === 'established') this.#acknowledgeLater();
    else this.#transmit(TCP_ACK, NO_OPTIONS);
    if (segment.data.length > 0) this.#callbacks.onData(this, segment.data);
    if (!isEnd) return;
    if (this.state === 'fin-wait') this.#finish();
    else this.state = 'close-wait';
    this.#callbacks.onEnd(this);
  }

  /** A delayed acknowledgement (RFC 9293, section 3.8.6.3); any other segment takes it along. */
  #acknowledgeLater(): void {
    this.#delayed = this.#netns.network.scheduler.after(DELAYED_ACK_US, () => {
      this.#transmit(TCP_ACK, NO_OPTIONS);
    });
  }

  #sendSyn(flags: number, attempt: number): void {
    if (this.state !== 'syn-sent' && this.state !== 'syn-received') return;
    this.#transmit(flags, NO_OPTIONS);
    const { scheduler } = this.#netns.network;
    const delayUs = timerDelay(scheduler.nowUs, SYN_TIMEOUT_US * 2 ** attempt);
    this.#retry = scheduler.after(delayUs, () => {
      if (attempt < SYN_RETRIES) this.#sendSyn(flags, attempt + 1);
      else this.#fail('ETIMEDOUT');
    });
  }

  #transmit(flags: number, data: Uint8Array): void {
    const { peer } = this;
    if (this.#delayed !== undefined) this.#delayed.cancelled = true;
    const route = routeOutput(this.#netns, {
      destination: peer.address,
      source: peer.localAddress,
    });
    if (route.type === 'error') {
      this.#fail(route.error);
      return;
    }
    const isSynAck = flags === (TCP_SYN | TCP_ACK);
    const packet = {
      kind: 'ipv4',
      tos: 0,
      // A SYN+ACK answers for a socket that does not exist yet: no id, and DF (`ip_build_and_send_pkt`).
      id: isSynAck ? 0 : this.#netns.nextIpId(),
      dontFragment: isSynAck || defaultDiscovery(this.#netns) === 'want',
      moreFragments: false,
      fragmentOffset: 0,
      ttl: this.#netns.ipv4Conf.ip_default_ttl,
      protocol: PROTOCOL_TCP,
      source: peer.localAddress,
      destination: peer.address,
      options: NO_OPTIONS,
      payload: this.#segment(flags, data, route.mtu - TCP_IP_HEADER_BYTES),
    } as const;
    sendLocal(this.#netns, originate(this.#netns, packet, undefined), route);
  }

  #segment(flags: number, data: Uint8Array, mss: number): TcpSegment {
    const isSyn = (flags & TCP_SYN) !== 0;
    return {
      kind: 'tcp',
      sourcePort: this.peer.localPort,
      destinationPort: this.peer.port,
      sequence: this.#next,
      acknowledgement: (flags & TCP_ACK) === 0 ? 0 : this.#expected,
      flags,
      window: WINDOW,
      options: isSyn
        ? synOptions(mss, this.#clockMs, this.#peerClockMs)
        : laterOptions(this.#clockMs, this.#peerClockMs),
      data,
    };
  }

  get #clockMs(): number {
    return Math.floor(this.#netns.network.nowUs / 1000);
  }

  #fail(error: TcpError): void {
    if (this.state === 'closed') return;
    this.#finish();
    this.#callbacks.onError(error);
  }

  #finish(): void {
    this.state = 'closed';
    this.#stopRetry();
    if (this.#delayed !== undefined) this.#delayed.cancelled = true;
    const { localPort, address, port } = this.peer;
    this.#netns.sockets.deleteConnection(localPort, address, port);
  }

  #stopRetry(): void {
    if (this.#retry !== undefined) this.#retry.cancelled = true;
  }
}

/** What an unreachable during the handshake becomes (`icmp_err_convert`, net/ipv4/icmp.c). */
const ICMP_ERRNO: Readonly<Record<number, TcpError>> = {
  0: 'ENETUNREACH',
  1: 'EHOSTUNREACH',
  2: 'ECONNREFUSED',
  3: 'ECONNREFUSED',
  9: 'ENETUNREACH',
  10: 'EHOSTUNREACH',
  13: 'EHOSTUNREACH',
};
