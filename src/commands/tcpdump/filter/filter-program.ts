/**
 * The parts that filters' programs are put together of (gencode.c of libpcap 1.10): is it IPv4, is it
 * this protocol, is it the first piece of a packet.
 */
import { ETHERTYPE_ARP, ETHERTYPE_IPV4 } from '../../../wire/ethernet';
import { filterError } from './filter-error';
import { ETHERTYPE_IPV6, type FilterLink } from './filter-link';
import type { FilterNames } from './filter-names';
import type { FilterPacket } from './filter-packet';
import { both, either, equals, type Test } from './filter-test';

/** What a filter is made for. */
export interface FilterContext {
  readonly link: FilterLink;
  readonly names: FilterNames;
  /** Frames come from a host, which knows more of them than a file. */
  readonly isLive: boolean;
}

const ETHERTYPE_RARP = 0x8035;
const FRAGMENT_HEADER = 44;
const OFFSET_MASK = 0x1fff;
export const IPV6_HEADER = 40;

/** Protocols that a name alone asks for, over which network layers. */
const TRANSPORTS: Readonly<
  Record<string, { readonly number: number; readonly over: 'ip' | 'ip6' | undefined }>
> = {
  sctp: { number: 132, over: undefined },
  tcp: { number: 6, over: undefined },
  udp: { number: 17, over: undefined },
  icmp: { number: 1, over: 'ip' },
  igmp: { number: 2, over: 'ip' },
  igrp: { number: 9, over: 'ip' },
  pim: { number: 103, over: undefined },
  vrrp: { number: 112, over: 'ip' },
  carp: { number: 112, over: 'ip' },
  icmp6: { number: 58, over: 'ip6' },
  ah: { number: 51, over: undefined },
  esp: { number: 50, over: undefined },
};

const NETWORKS: Readonly<Record<string, number>> = {
  ip: ETHERTYPE_IPV4,
  arp: ETHERTYPE_ARP,
  rarp: ETHERTYPE_RARP,
  ip6: ETHERTYPE_IPV6,
  atalk: 0x809b,
  aarp: 0x80f3,
  decnet: 0x6003,
  lat: 0x6004,
  sca: 0x6007,
  moprc: 0x6002,
  mopdl: 0x6001,
};

/** The EtherType of a network layer's name; `undefined` for other protocols. */
export function networkType(protocol: string): number | undefined {
  return NETWORKS[protocol];
}

/** The number of a transport's name; `undefined` for other protocols. */
export function transportNumber(protocol: string): number | undefined {
  return TRANSPORTS[protocol]?.number;
}

/** `tcp`, `arp` or the like alone (`gen_proto_abbrev`); `undefined` for what is not modelled. */
export function isProtocol(link: FilterLink, protocol: string): Test | undefined {
  const etherType = networkType(protocol);
  if (etherType !== undefined) return link.isOfType(etherType);
  const transport = TRANSPORTS[protocol];
  if (transport !== undefined) return carries(link, transport.number, transport.over);
  if (protocol === 'link') throw filterError('link layer applied in wrong context');
  return undefined;
}

/** `ip proto 4`, `ip6 proto 4`, or either where `over` says nothing. */
export function carries(link: FilterLink, protocol: number, over: 'ip' | 'ip6' | undefined): Test {
  if (over === 'ip') {
    return both(link.isOfType(ETHERTYPE_IPV4), equals(link.payloadAt + 9, 1, protocol));
  }
  if (over === 'ip6') {
    const next = link.payloadAt + 6;
    const behind = both(
      equals(next, 1, FRAGMENT_HEADER),
      equals(link.payloadAt + IPV6_HEADER, 1, protocol),
    );
    return both(link.isOfType(ETHERTYPE_IPV6), either(equals(next, 1, protocol), behind));
  }
  return either(carries(link, protocol, 'ip'), carries(link, protocol, 'ip6'));
}

/** An IPv4 packet that is whole or the first piece of one. */
export function isFirstPiece(link: FilterLink): Test {
  return equals(link.payloadAt + 6, 2, 0, OFFSET_MASK);
}

/** Where the transport layer begins behind an IPv4 header. */
export function transportAt(packet: FilterPacket, link: FilterLink): number {
  return link.payloadAt + (packet.load(link.payloadAt, 1) & 15) * 4;
}
