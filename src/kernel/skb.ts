/**
 * A packet on its way through one host: the fields of Linux's `sk_buff` (include/linux/skbuff.h)
 * that decide what becomes of it. The packet inside is immutable; everything here may change.
 */
import type { Mac } from '../addr/mac';
import type { Connection } from '../netfilter/conntrack/connection';
import type {
  ConntrackState,
  Hook,
  MatchedRule,
  NetfilterPacket,
  NetfilterTable,
} from '../netfilter/packet';
import type { Ipv4Packet } from '../wire/ipv4';
import type { Device } from './devices/device';
import type { PacketTrace } from './packet-trace';
import type { RouteResult } from './route-result';

/** Whose frame it is, by its destination MAC (PACKET_HOST and its neighbours). */
export type PacketType = 'host' | 'broadcast' | 'other';

export class Skb implements NetfilterPacket {
  packet: Ipv4Packet;
  readonly trace: PacketTrace;
  mark = 0;
  inInterface = '';
  outInterface = '';
  connection: Connection | undefined = undefined;
  ctState: ConntrackState | undefined = undefined;
  ctDirection: 'original' | 'reply' = 'original';

  /** Where the packet came in; `undefined` for packets of this host's own. */
  inDevice: Device | undefined = undefined;
  packetType: PacketType = 'host';
  /** Of the frame that it came in; `undefined` where there was none. */
  sourceMac: Mac | undefined = undefined;
  route: RouteResult | undefined = undefined;
  /** IPCB frag_max_size: the longest fragment that it was put together from, in bytes, or 0. */
  fragmentSizeMax = 0;
  /** A socket that allows its packets to be cut though they are too long (`ip_sk_ignore_df`). */
  ignoresDf = false;
  /** NET_XMIT_DROP: the device that it was to leave by would not have it. */
  wasRefused = false;
  /** IPSKB_DOREDIRECT: the packet leaves by the interface it came in by. */
  wantsRedirect = false;

  constructor(packet: Ipv4Packet, trace: PacketTrace) {
    this.packet = packet;
    this.trace = trace;
  }

  /**
   * `nf_conntrack_attach`: what is told of a packet belongs to that packet's connection and goes the
   * other way, even where the tracker does not have it in its table yet.
   */
  relateTo({ connection, ctDirection }: Skb): void {
    if (connection === undefined) return;
    this.connection = connection;
    this.ctState = 'related';
    this.ctDirection = ctDirection === 'original' ? 'reply' : 'original';
  }

  recordTable(
    table: NetfilterTable,
    hook: Hook,
    matched: readonly MatchedRule[],
    verdict: string,
  ): void {
    this.trace.add({ kind: 'netfilter', hook, table, matched, verdict });
  }

  recordNat(hook: Hook, before: Ipv4Packet, after: Ipv4Packet): void {
    this.trace.add({ kind: 'nat', hook, before, after });
  }
}
