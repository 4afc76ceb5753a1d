/**
 * What netfilter sees of a packet, and what it asks of the host it runs on. The kernel implements
 * both; netfilter itself knows neither devices nor routes.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { Random } from '../base/random';
import type { Ipv4Packet } from '../wire/ipv4';
import type { Connection } from './conntrack/connection';

/** The five places where a packet meets the rules (include/uapi/linux/netfilter.h). */
export type Hook = 'prerouting' | 'input' | 'forward' | 'output' | 'postrouting';

export type NetfilterTable = 'raw' | 'mangle' | 'nat' | 'filter';

/** `-m conntrack --ctstate`: what the connection tracker says of this packet. */
export type ConntrackState = 'new' | 'established' | 'related' | 'invalid' | 'untracked';

/** A rule that a packet fitted, as a trace quotes it. `text` is made only when someone reads it. */
export interface MatchedRule {
  readonly table: NetfilterTable;
  readonly chain: string;
  /** From 1, as `iptables -L --line-numbers` counts. */
  readonly number: number;
  /** As `iptables-save` prints it, without `-A CHAIN`. */
  readonly text: string;
  /** The rules just before it in its chain as that was then, at most three. */
  readonly before: readonly NumberedRule[];
}

/** A rule by its place in its chain, from 1. */
export interface NumberedRule {
  readonly number: number;
  readonly text: string;
}

/** The fields of an `sk_buff` that rules read and write. */
export interface NetfilterPacket {
  /** NAT puts another packet here. */
  packet: Ipv4Packet;
  mark: number;
  /** Empty where the packet has none: on output, on input. */
  readonly inInterface: string;
  readonly outInterface: string;
  /** The sender of the frame that brought the packet, where one did. */
  readonly sourceMac?: Mac | undefined;
  /** Set by the tracker at prerouting or output; `undefined` before it and for untracked packets. */
  connection: Connection | undefined;
  ctState: ConntrackState | undefined;
  /** Whether the packet travels in the direction of the connection's first packet. */
  ctDirection: 'original' | 'reply';
  /** Called once for each table that had a rule for the packet, in the order of the walk. */
  recordTable(
    table: NetfilterTable,
    hook: Hook,
    matched: readonly MatchedRule[],
    verdict: string,
  ): void;
  /** Called where NAT changed the packet. */
  recordNat(hook: Hook, before: Ipv4Packet, after: Ipv4Packet): void;
}

/** The types of `-m addrtype` (RTN_* of the routing lookup). */
export type AddressType =
  | 'UNSPEC'
  | 'UNICAST'
  | 'LOCAL'
  | 'BROADCAST'
  | 'MULTICAST'
  | 'BLACKHOLE'
  | 'UNREACHABLE'
  | 'PROHIBIT';

export interface NetfilterHost {
  readonly random: Random;
  /** Virtual time in microseconds. */
  readonly nowUs: number;
  /** `inet_addr_type`; with a device, `inet_dev_addr_type`: local only if it is that device's. */
  addressType(address: Ipv4, device?: string): AddressType;
  /**
   * Whether the packet's source is routed out of the interface it came in by (`-m rpfilter`;
   * net/ipv4/netfilter/ipt_rpfilter.c). `loose` asks only that some route exists.
   */
  reversePathHolds(packet: Ipv4Packet, inInterface: string, mark: number, loose: boolean): boolean;
  /** The first address of the interface; REDIRECT sends packets that came in there to it. */
  firstAddress(device: string): Ipv4 | undefined;
  /** The address that MASQUERADE takes: `inet_select_addr(out, next hop, universe)`. */
  masqueradeAddress(outInterface: string, destination: Ipv4): Ipv4 | undefined;
  /** Told that a table's rules, or the sets, are about to change; for whoever watches over them. */
  rulesTouched?(part: RulesPart): void;
}

/** What of netfilter somebody changes. */
export type RulesPart = NetfilterTable | 'ipset';
