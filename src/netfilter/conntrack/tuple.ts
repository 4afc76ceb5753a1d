/**
 * What tells one flow's packets from another's (`struct nf_conntrack_tuple`,
 * include/net/netfilter/nf_conntrack_tuple.h).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { type Ipv4Packet, PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import { type IcmpType, icmpTypeOf } from '../icmp-type';

export interface Tuple {
  readonly protocol: number;
  readonly source: Ipv4;
  readonly destination: Ipv4;
  /** TCP and UDP: the source port; ICMP: the id; else 0. */
  readonly sourceKey: number;
  /** TCP and UDP: the destination port; ICMP: type in the upper and code in the lower 8 bits; else 0. */
  readonly destinationKey: number;
}

/** `undefined` where the headers cannot be read, so the packet is no connection's. */
export function tupleOf(packet: Ipv4Packet): Tuple | undefined {
  const { protocol, source, destination, payload } = packet;
  if (payload.kind === 'tcp' || payload.kind === 'udp') {
    return {
      protocol,
      source,
      destination,
      sourceKey: payload.sourcePort,
      destinationKey: payload.destinationPort,
    };
  }
  if (protocol === PROTOCOL_ICMP) {
    const icmp = icmpTypeOf(packet);
    return icmp && icmpTuple(source, destination, icmp);
  }
  // A wrong checksum, or too short for its header.
  if (protocol === PROTOCOL_TCP || protocol === PROTOCOL_UDP) return undefined;
  return { protocol, source, destination, sourceKey: 0, destinationKey: 0 };
}

export function icmpTuple(source: Ipv4, destination: Ipv4, { type, code, id }: IcmpType): Tuple {
  return {
    protocol: PROTOCOL_ICMP,
    source,
    destination,
    sourceKey: id,
    destinationKey: (type << 8) | code,
  };
}

/** Which type answers which (`invmap`, net/netfilter/nf_conntrack_proto_icmp.c). */
const ICMP_ANSWERS: ReadonlyMap<number, number> = new Map([
  [0, 8],
  [8, 0],
  [13, 14],
  [14, 13],
  [15, 16],
  [16, 15],
  [17, 18],
  [18, 17],
]);

/** The tuple of the answer; `undefined` for ICMP messages that have none. */
export function invertTuple(tuple: Tuple): Tuple | undefined {
  const { protocol, source, destination, sourceKey, destinationKey } = tuple;
  if (protocol !== PROTOCOL_ICMP) {
    return {
      protocol,
      source: destination,
      destination: source,
      sourceKey: destinationKey,
      destinationKey: sourceKey,
    };
  }
  const answer = ICMP_ANSWERS.get(destinationKey >>> 8);
  if (answer === undefined) return undefined;
  return {
    protocol,
    source: destination,
    destination: source,
    sourceKey,
    destinationKey: (answer << 8) | (destinationKey & 255),
  };
}

export function sameTuple(one: Tuple, other: Tuple): boolean {
  return (
    one.source === other.source &&
    one.destination === other.destination &&
    one.sourceKey === other.sourceKey &&
    one.destinationKey === other.destinationKey &&
    one.protocol === other.protocol
  );
}

/** 32 bits that differ where tuples differ, mostly. */
export function hashTuple(tuple: Tuple): number {
  let hash = tuple.source ^ Math.imul(tuple.destination, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= (tuple.sourceKey << 16) | tuple.destinationKey;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ tuple.protocol;
  return hash ^ (hash >>> 16);
}
