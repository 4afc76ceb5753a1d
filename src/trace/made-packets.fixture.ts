/**
 * Hand-made packets and traces for the tests of this room: an echo between two pods and its reply.
 */
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import type { Frame } from '../wire/ethernet';
import { type Ipv4Packet, NO_OPTIONS } from '../wire/ipv4';
import type { Fate, Hop, Step, Trace } from './trace';

export const POD1 = ipv4('172.16.158.1');
export const POD2 = ipv4('172.16.184.1');
export const OUTSIDE = ipv4('8.8.8.8');
export const NODE1 = ipv4('192.168.10.101');
export const NODE2 = ipv4('192.168.10.102');
export const CALI_MAC = mac('ee:ee:ee:ee:ee:ee');

export function packet(
  source: Ipv4Packet['source'],
  destination: Ipv4Packet['destination'],
  protocol: number,
  payload: Ipv4Packet['payload'],
): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 1,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol,
    source,
    destination,
    options: NO_OPTIONS,
    payload,
  };
}

export function echo(
  type: 'request' | 'reply',
  source = POD1,
  destination = POD2,
  id = 7,
): Ipv4Packet {
  const data = new Uint8Array(56);
  return packet(source, destination, 1, { kind: 'icmp-echo', type, id, sequence: 1, data });
}

export function framed(payload: Ipv4Packet): Frame {
  return { kind: 'frame', destination: CALI_MAC, source: mac('aa:00:00:00:00:01'), payload };
}

export const delivered = (host: string): Fate => ({ kind: 'delivered', host });

export const noRoute = (host: string): Fate => ({
  kind: 'dropped',
  host,
  reason: 'IP_INNOROUTES',
  because: 'no route to 172.16.158.1',
});

export function hop(host: string, ...steps: readonly Step[]): Hop {
  return { host, atUs: 0, steps };
}

export function trace(
  id: number,
  cause: number | undefined,
  sent: Frame | Ipv4Packet,
  fate: Fate | undefined,
  hops: readonly Hop[] = [],
): Trace {
  return { id, cause, sent, hops, fate };
}
