/**
 * One IP set: its members, and whether a packet is among them (ipset(8); Linux:
 * net/netfilter/ipset/). `ip-set-table.ts` keeps them by name.
 */
import type { Ipv4Packet } from '../../wire/ipv4';

export type IpSetType = 'hash:net' | 'hash:ip' | 'hash:ip,port';

export interface IpSet {
  readonly type: IpSetType;
  /** As `ipset list` prints them. */
  readonly members: readonly string[];
  readonly size: number;
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
