/**
 * One IP set: its members, and whether a packet is among them (ipset(8); Linux:
 * net/netfilter/ipset/). `ip-set-table.ts` keeps them by name.
 */
import type { Ipv4Packet } from '../../wire/ipv4';

export type IpSetType = 'hash:net' | 'hash:ip' | 'hash:ip,port';

/** What was said when the set was made, or ipset's defaults. */
export interface IpSetSettings {
  /** Buckets at first, a power of two; the table grows where one bucket is too full. */
  readonly hashSize: number;
  /** `maxelem` */
  readonly maxMembers: number;
  /** Members in one bucket, at most. */
  readonly bucketSize: number;
  /** Where the hash begins; `undefined` where chance decides. */
  readonly initval: number | undefined;
}

export const DEFAULT_IP_SET_SETTINGS: IpSetSettings = {
  hashSize: 1024,
  maxMembers: 65_536,
  bucketSize: 12,
  initval: undefined,
};

export interface IpSet {
  readonly type: IpSetType;
  readonly settings: IpSetSettings;
  /** As `ipset list` prints them. */
  readonly members: readonly string[];
  readonly size: number;
  /**
   * The members for which the text stands, as they are printed: a range or, but for `hash:net`, a
   * network stands for many. Throws ipset's words where the text is wrong.
   */
  expand(text: string): readonly string[];
  /** @returns whether it is new */
  add(member: string): boolean;
  /** @returns whether it was there */
  delete(member: string): boolean;
  /** Whether the member, or for `hash:net` a network around it, is in the set. */
  test(member: string): boolean;
  flush(): void;
  /**
   * Whether the packet is in the set.
   *
   * @param bySource whether the address to look up is the packet's source
   * @param portBySource the same for the port, where the set asks for one
   */
  holds(packet: Ipv4Packet, bySource: boolean, portBySource: boolean): boolean;
}
