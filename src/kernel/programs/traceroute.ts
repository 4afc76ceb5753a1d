/**
 * traceroute of Debian (2.1.2), one probe per TTL and one at a time: UDP to rising ports from 33434,
 * or ICMP echo requests; packets of 60 bytes.
 */
import type { Ipv4 } from '../../addr/ipv4';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_REDIRECT,
  type IcmpEcho,
  type IcmpError,
} from '../../wire/icmp';
import { PROTOCOL_ICMP, PROTOCOL_UDP } from '../../wire/ipv4';
import { quotedIcmp, quotedPorts } from '../../wire/quote';
import type { Netns } from '../netns';
import type { Skb } from '../skb';
import { openUdp } from '../sockets/udp-socket';
import { type SendError, sendPacket } from './send-packet';

export interface TracerouteOptions {
  readonly to: Ipv4;
  readonly method: 'udp' | 'icmp';
  readonly maxHops: number;
  readonly probes: number;
  /** How long to wait for each answer. */
  readonly waitMs: number;
  /** Bytes of the whole packet. */
  readonly size: number;
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
  readonly hops: readonly TracerouteHop[];
  readonly refusal: SendError | undefined;
}

const FIRST_PORT = 33_434;
const IP_HEADER_BYTES = 20;
const HEADER_BYTES = 8;
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

export function traceroute(netns: Netns, options: TracerouteOptions): TracerouteRun {
  const hops: TracerouteHop[] = [];
  const icmpId = netns.random.between(1, 0xffff);
  let number = 0;
  let refusal: SendError | undefined;
  for (let ttl = 1; ttl <= options.maxHops; ttl++) {
    const answers: (TracerouteAnswer | undefined)[] = [];
    for (let probe = 0; probe < options.probes; probe++) {
      number += 1;
      const result = sendProbe(netns, options, ttl, number, icmpId);
      if (result.refusal !== undefined) refusal = result.refusal;
      answers.push(result.answer);
    }
    if (refusal !== undefined) break;
    hops.push({ ttl, answers });
    if (answers.some((answer) => answer?.isFinal)) break;
  }
  return { options, hops, refusal };
}

interface ProbeResult {
  readonly answer: TracerouteAnswer | undefined;
  readonly refusal: SendError | undefined;
}

function sendProbe(
  netns: Netns,
  options: TracerouteOptions,
  ttl: number,
  number: number,
  icmpId: number,
): ProbeResult {
  const { scheduler } = netns.network;
  const sentUs = scheduler.nowUs;
  let answer: TracerouteAnswer | undefined;
  const hear = (from: Ipv4, error: IcmpError | undefined) => {
    if (error?.type === ICMP_REDIRECT) return;
    answer ??= answerOf(from, scheduler.nowUs - sentUs, error);
  };
  const probe = options.method === 'udp' ? udpProbe : icmpProbe;
  const { refusal, close } = probe(netns, options, { ttl, number, icmpId, hear });
  if (refusal === undefined) {
    scheduler.runUntil(sentUs + options.waitMs * 1000, () => answer !== undefined);
  }
  close();
  return { answer, refusal };
}

function answerOf(from: Ipv4, roundTripUs: number, error: IcmpError | undefined): TracerouteAnswer {
  const isUnreachable = error?.type === ICMP_DEST_UNREACHABLE;
  const code = error?.code ?? 0;
  const mark = isUnreachable && code !== CODE_PORT_UNREACHABLE ? MARKS[code] : undefined;
  return { from, roundTripUs, mark, isFinal: error === undefined || isUnreachable };
}

interface Probe {
  readonly ttl: number;
  /** Counts up from 1 over all probes. */
  readonly number: number;
  readonly icmpId: number;
  readonly hear: (from: Ipv4, error: IcmpError | undefined) => void;
}

interface SentProbe {
  readonly refusal: SendError | undefined;
  close(): void;
}

function udpProbe(netns: Netns, options: TracerouteOptions, probe: Probe): SentProbe {
  const port = FIRST_PORT + probe.number - 1;
  const socket = openUdp(netns, {
    port: undefined,
    remote: { address: options.to, port },
    df: 'dont',
    onDatagram: ({ packet }) => probe.hear(packet.source, undefined),
    onError: ({ packet }, error) => {
      const isOurs = quotedPorts(error.quoted)?.destination === port;
      if (isOurs && error.quoted.protocol === PROTOCOL_UDP) probe.hear(packet.source, error);
    },
  });
  const bytes = new Uint8Array(options.size - IP_HEADER_BYTES - HEADER_BYTES).fill(0x40);
  const refusal = socket.send({ address: options.to, port }, bytes, probe.ttl);
  return { refusal, close: () => socket.close() };
}

function icmpProbe(netns: Netns, options: TracerouteOptions, probe: Probe): SentProbe {
  const isOurs = (id: number | undefined) => id === probe.icmpId;
  const socket = ({ packet }: Skb, message: IcmpEcho | IcmpError) => {
    if (message.kind === 'icmp-error') {
      if (isOurs(quotedIcmp(message.quoted)?.id)) probe.hear(packet.source, message);
    } else if (message.type === 'reply' && isOurs(message.id)) {
      probe.hear(packet.source, undefined);
    }
  };
  netns.sockets.icmp.add(socket);
  const refusal = sendPacket(netns, {
    destination: options.to,
    source: undefined,
    ttl: probe.ttl,
    protocol: PROTOCOL_ICMP,
    df: 'dont',
    isConnected: false,
    hearsErrors: false,
    payload: {
      kind: 'icmp-echo',
      type: 'request',
      id: probe.icmpId,
      sequence: probe.number,
      data: new Uint8Array(options.size - IP_HEADER_BYTES - HEADER_BYTES).fill(0x40),
    },
  });
  return { refusal, close: () => netns.sockets.icmp.delete(socket) };
}
