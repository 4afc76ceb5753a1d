/**
 * What became of one stimulus: the packets that it made, what each host did with them and why, and who
 * sent what to whom. Data only, as it stands in JSON and in the download "trace"; made from an `Outcome`
 * when a scenario ends, so that a report never needs the engine. Texts are what tools print
 * (`ip route`, `iptables-save`, tcpdump) or sentences of the engine in English; times are microseconds
 * of the scenario.
 */
import type { DropReason } from '../../wire/drop-reason';

export interface Walk {
  /** Which of the scenario's stimuli, from 1. */
  readonly number: number;
  readonly kind: 'ping' | 'traceroute' | 'arping' | 'connect' | 'inject' | 'command';
  /** As a person would type it: `ping -c 1 172.16.158.2`. */
  readonly title: string;
  /** The host that it began at. */
  readonly from: string;
  /** Whether the program that sent it got what it wanted. */
  readonly isAnswered: boolean;
  /** Why not, in one sentence; none where it was answered or where nobody knows. */
  readonly loss?: string;
  /** What the program printed. */
  readonly output: string;
  /** What was changed on the hosts since the stimulus before, a line each. */
  readonly changes: readonly string[];
  /** The id of the packet that the picture shows, and that of what answered it. */
  readonly request?: number;
  readonly reply?: number;
  /** All packets of that time, in the order in which they were sent. */
  readonly packets: readonly WalkPacket[];
  /** Frames that crossed a link, in the order in which they were sent. */
  readonly messages: readonly WalkMessage[];
}

export interface WalkPacket {
  /** Unique within a scenario. */
  readonly id: number;
  /** The id of the packet that caused this one: the request of a reply, the whole of a fragment. */
  readonly cause?: number;
  /** What tcpdump prints of it without a time: `IP 172.16.158.1 > 172.16.184.1: ICMP echo request, …`. */
  readonly summary: string;
  /** `arp` are questions and answers about neighbours; `error` is an ICMP error. */
  readonly role: 'request' | 'reply' | 'arp' | 'error' | 'other';
  readonly hops: readonly WalkHop[];
  readonly fate: WalkFate;
}

export type WalkFate =
  | { readonly kind: 'delivered'; readonly host: string }
  | {
      readonly kind: 'dropped';
      readonly host: string;
      readonly reason: DropReason;
      readonly because: string;
    }
  /** It lives on as its fragments, or in the packet that it was put together to. */
  | { readonly kind: 'split' | 'merged' }
  /** Still under way when the scenario ended. */
  | { readonly kind: 'under way' };

/** What one host did with a packet. */
export interface WalkHop {
  readonly host: string;
  readonly atUs: number;
  readonly steps: readonly WalkStep[];
}

export type WalkStep =
  | {
      readonly kind: 'receive' | 'transmit';
      readonly device: string;
      /** What tcpdump prints of it. */
      readonly packet: string;
      /** Its place in the capture, from 0; none where no interface saw it. */
      readonly frame?: number;
    }
  | {
      readonly kind: 'netfilter';
      readonly hook: string;
      readonly table: string;
      readonly verdict: string;
      /** Chains in the order in which the packet entered them; rules in the order of the chain. */
      readonly chains: readonly WalkChain[];
    }
  | {
      readonly kind: 'nat';
      readonly hook: string;
      readonly before: WalkTuple;
      readonly after: WalkTuple;
    }
  | {
      readonly kind: 'route';
      readonly destination: string;
      /** The winner as `ip route` prints it, or why there is none. */
      readonly route: string;
      /** Those that hold the destination as well and lost, the best first. */
      readonly beaten: readonly string[];
    }
  | {
      readonly kind: 'neighbour';
      readonly address: string;
      readonly device: string;
      /** As `ip neigh` prints it, when it was asked. */
      readonly state: string;
      readonly mac?: string;
    }
  | {
      readonly kind: 'encapsulate' | 'decapsulate';
      readonly device: string;
      readonly packet: string;
    }
  | { readonly kind: 'fragment'; readonly mtu: number; readonly pieces: number }
  /** A sysctl that decided. */
  | {
      readonly kind: 'sysctl';
      readonly name: string;
      readonly value: string;
      readonly meaning: string;
    }
  /** A packet that this host sent because of this one. */
  | { readonly kind: 'answer'; readonly what: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'drop'; readonly reason: DropReason; readonly because: string }
  | { readonly kind: 'deliver'; readonly to: string };

export interface WalkChain {
  readonly name: string;
  readonly rules: readonly WalkRule[];
  /** How many rules of the chain stand before the first that is listed, and were passed over. */
  readonly skipped: number;
}

export interface WalkRule {
  /** In its chain, from 1, as `iptables --line-numbers` counts. */
  readonly number: number;
  /** As `iptables-save` prints it, without `-A CHAIN`. */
  readonly text: string;
  /** Whether the packet fitted it; one that it did not fit is shown because it stands just before. */
  readonly isFitted: boolean;
}

/** Addresses of an IPv4 packet; ports are ICMP ids for ICMP, and absent in later fragments. */
export interface WalkTuple {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
}

/** One frame on one link: an arrow of the ladder. */
export interface WalkMessage {
  /** When it left. */
  readonly atUs: number;
  readonly packet: number;
  readonly summary: string;
  readonly from: WalkEnd;
  /** Who got it; several for a broadcast, nobody where it was lost on the way. */
  readonly to: readonly WalkEnd[];
}

export interface WalkEnd {
  readonly host: string;
  readonly device: string;
  /** Its place in the capture, from 0; none where nobody captured. */
  readonly frame?: number;
}
