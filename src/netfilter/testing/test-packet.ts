/** Packets for tests, and what netfilter recorded of them. */
import { ipv4 } from '../../addr/ipv4';
import type { Mac } from '../../addr/mac';
import type { IcmpError } from '../../wire/icmp';
import {
  type Ipv4Packet,
  type Ipv4Payload,
  NO_OPTIONS,
  PROTOCOL_ICMP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from '../../wire/ipv4';
import { quotePacket } from '../../wire/quote';
import type { Connection } from '../conntrack/connection';
import type { ConntrackState, Hook, MatchedRule, NetfilterPacket, NetfilterTable } from '../packet';

export class TestPacket implements NetfilterPacket {
  packet: Ipv4Packet;
  mark = 0;
  sourceMac: Mac | undefined = undefined;
  inInterface: string;
  outInterface: string;
  connection: Connection | undefined = undefined;
  ctState: ConntrackState | undefined = undefined;
  ctDirection: 'original' | 'reply' = 'original';
  /** `TABLE HOOK: numbers of the rules that fitted => verdict` */
  readonly tables: string[] = [];
  readonly translations: Hook[] = [];

  constructor(packet: Ipv4Packet, inInterface = '', outInterface = '') {
    this.packet = packet;
    this.inInterface = inInterface;
    this.outInterface = outInterface;
  }

  recordTable(
    table: NetfilterTable,
    hook: Hook,
    matched: readonly MatchedRule[],
    verdict: string,
  ): void {
    const rules = matched.map(({ chain, number }) => `${chain}:${number}`);
    this.tables.push(`${table} ${hook}: ${rules.join(' ')} => ${verdict}`);
  }

  recordNat(hook: Hook): void {
    this.translations.push(hook);
  }
}

export interface Ends {
  readonly from: string;
  readonly to: string;
}

function packet({ from, to }: Ends, protocol: number, payload: Ipv4Payload): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 1,
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol,
    source: ipv4(from),
    destination: ipv4(to),
    options: NO_OPTIONS,
    payload,
  };
}

const DATA = Uint8Array.of(1, 2, 3, 4);

export function echo(ends: Ends, id: number, type: 'request' | 'reply' = 'request'): Ipv4Packet {
  const payload = { kind: 'icmp-echo', type, id, sequence: 1, data: DATA } as const;
  return packet(ends, PROTOCOL_ICMP, payload);
}

/** `ends` with ports: `10.0.0.1:80`. */
export function udp(ends: Ends): Ipv4Packet {
  const { source, destination, ports } = withPorts(ends);
  return packet({ from: source, to: destination }, PROTOCOL_UDP, {
    kind: 'udp',
    sourcePort: ports[0],
    destinationPort: ports[1],
    hasChecksum: true,
    payload: { kind: 'data', bytes: DATA },
  });
}

export function tcp(ends: Ends, flags: number): Ipv4Packet {
  const { source, destination, ports } = withPorts(ends);
  return packet({ from: source, to: destination }, PROTOCOL_TCP, {
    kind: 'tcp',
    sourcePort: ports[0],
    destinationPort: ports[1],
    sequence: 1,
    acknowledgement: 1,
    flags,
    window: 1000,
    options: NO_OPTIONS,
    data: new Uint8Array(0),
  });
}

/** An ICMP error about the packet, from a router to the packet's sender. */
export function errorAbout(about: Ipv4Packet, from: string, type = 3, code = 0): Ipv4Packet {
  const quoted = quotePacket(about, 548);
  const payload: IcmpError = { kind: 'icmp-error', type, code, rest: 0, quoted };
  return { ...packet({ from, to: '0.0.0.0' }, PROTOCOL_ICMP, payload), destination: about.source };
}

export function other(ends: Ends, protocol: number): Ipv4Packet {
  return packet(ends, protocol, { kind: 'data', bytes: DATA });
}

function withPorts({ from, to }: Ends) {
  const [source = '', sourcePort] = from.split(':');
  const [destination = '', destinationPort] = to.split(':');
  const ports: readonly [number, number] = [Number(sourcePort), Number(destinationPort)];
  return { source, destination, ports };
}
