/**
 * What became of a packet, in Batfish's words: a trace is hops, a hop is steps, and in the end
 * there is one fate. Data only: the kernel writes it; steps, reports and grades read it.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { DropReason } from '../wire/drop-reason';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';

/** A rule that the packet fitted; `text` as `iptables-save` prints it, without `-A CHAIN`. */
export interface TracedRule {
  readonly table: string;
  readonly chain: string;
  readonly number: number;
  readonly text: string;
  /**
   * The rules just before it in its chain as that was then, at most three; the packet was held against
   * each, and those that it fitted stand in `matched` as well. Absent where nobody looked.
   */
  readonly before?: readonly NumberedRule[];
}

/** A rule by its place in its chain, from 1. */
export interface NumberedRule {
  readonly number: number;
  readonly text: string;
}

/** One thing that happened to a packet, in the words of the tool that would show it. */
export type Step =
  | { readonly kind: 'transmit'; readonly device: string; readonly frame: Frame | Ipv4Packet }
  | { readonly kind: 'receive'; readonly device: string; readonly frame: Frame | Ipv4Packet }
  | {
      readonly kind: 'netfilter';
      readonly hook: string;
      readonly table: string;
      readonly matched: readonly TracedRule[];
      readonly verdict: string;
    }
  | {
      readonly kind: 'nat';
      readonly hook: string;
      readonly before: Ipv4Packet;
      readonly after: Ipv4Packet;
    }
  | {
      readonly kind: 'route';
      readonly destination: Ipv4;
      /** The winning route as `ip route` prints it, or why there is none. */
      readonly route: { readonly text: string };
      /**
       * The routes of the same table that hold the destination as well and lost: the longest prefix
       * first, then the lower metric. Absent where nobody looked.
       */
      readonly beaten?: readonly { readonly text: string }[];
    }
  | {
      readonly kind: 'neighbour';
      readonly address: Ipv4;
      readonly device: string;
      /** The entry's state when it was asked. */
      readonly state: string;
      readonly mac: Mac | undefined;
    }
  | { readonly kind: 'encapsulate'; readonly device: string; readonly outer: Ipv4Packet }
  | { readonly kind: 'decapsulate'; readonly device: string; readonly inner: Ipv4Packet | Frame }
  | { readonly kind: 'fragment'; readonly mtu: number; readonly pieces: number }
  /** A packet that this host sent because of this one: an echo reply, an ICMP error, an ARP reply. */
  | { readonly kind: 'answer'; readonly what: string }
  /** A sysctl that decided; `name` as `sysctl` prints it: `net.ipv4.conf.eth0.rp_filter`. */
  | {
      readonly kind: 'sysctl';
      readonly name: string;
      readonly value: string;
      /** What it does with this packet, in one sentence without a full stop. */
      readonly meaning: string;
    }
  /** Anything else worth a sentence: a policy that held. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'drop'; readonly reason: DropReason; readonly because: string }
  | { readonly kind: 'deliver'; readonly to: string };

/** What one network namespace did with the packet. */
export interface Hop {
  readonly host: string;
  readonly atUs: number;
  readonly steps: readonly Step[];
}

/** Where a packet ended. `split` packets live on as their fragments, `merged` ones as their whole. */
export type Fate =
  | { readonly kind: 'delivered'; readonly host: string }
  | {
      readonly kind: 'dropped';
      readonly host: string;
      readonly reason: DropReason;
      readonly because: string;
    }
  | { readonly kind: 'split' }
  | { readonly kind: 'merged' };

/** Everything that became of one packet, from the socket (or the kernel) that sent it. */
export interface Trace {
  /** Counts up from 1 within a run. */
  readonly id: number;
  /** The trace of the packet that caused this one: the request of a reply, the whole of a fragment. */
  readonly cause: number | undefined;
  /** The packet as it was first sent. */
  readonly sent: Frame | Ipv4Packet;
  readonly hops: readonly Hop[];
  /** `undefined` while the packet is under way: queued behind ARP, or on a link. */
  readonly fate: Fate | undefined;
}

/** One frame as an interface saw it. Devices without a link layer (tunl0) show bare IPv4. */
export interface CapturedFrame {
  readonly host: string;
  readonly device: string;
  /** `other`: flooded to the interface, but for another MAC address. */
  readonly direction: 'in' | 'out' | 'other';
  readonly atUs: number;
  readonly frame: Frame | Ipv4Packet;
  readonly trace: number;
}
