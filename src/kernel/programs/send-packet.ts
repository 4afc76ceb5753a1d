/**
 * What `sendmsg` on a raw or UDP socket does with a packet (`raw_sendmsg`, `__ip_make_skb`).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { type Ipv4Packet, type Ipv4Payload, NO_OPTIONS, payloadLength } from '../../wire/ipv4';
import { originate, sendLocal } from '../ip/local-output';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import type { RouteError } from '../route-result';

/**
 * IP_MTU_DISCOVER: never longer than the path and DF, cut what is too long, never DF; or DF, and as
 * long as the device takes, whatever was learned of the path.
 */
export type PmtuDiscovery = 'do' | 'want' | 'dont' | 'probe';

export interface PacketToSend {
  readonly destination: Ipv4;
  /** `undefined` where the route chooses. */
  readonly source: Ipv4 | undefined;
  readonly ttl: number | undefined;
  /** IP_TOS; zero where nobody asked. */
  readonly tos?: number | undefined;
  readonly protocol: number;
  /** `undefined` where the program leaves the socket as it was made. */
  readonly df: PmtuDiscovery | undefined;
  /** A connected socket counts its packets with DF too; others have no need of an id for them. */
  readonly isConnected: boolean;
  /** IP_RECVERR: only those who asked are told that the device refused (`net_xmit_errno`). */
  readonly hearsErrors: boolean;
  /** Made once the source is known: transport checksums cover it. */
  readonly payload: Ipv4Payload;
}

const IPV4_HEADER_BYTES = 20;

export type SendError =
  | RouteError
  | 'EPERM'
  | 'ENOBUFS'
  | { readonly kind: 'EMSGSIZE'; readonly mtu: number };

/** `inet_create`: what a new socket does with paths. */
export function defaultDiscovery(netns: Netns): PmtuDiscovery {
  return netns.ipv4Conf.ip_no_pmtu_disc === 0 ? 'want' : 'dont';
}

/** @returns the error that the program sees, or `undefined` where the packet is on its way */
export function sendPacket(netns: Netns, wanted: PacketToSend): SendError | undefined {
  const { destination, source, df = defaultDiscovery(netns) } = wanted;
  const found = routeOutput(
    netns,
    source === undefined ? { destination } : { destination, source },
  );
  if (found.type === 'error') return found.error;
  const route = df === 'probe' ? { ...found, mtu: found.device.mtu } : found;
  // A socket must ask for leave to broadcast (SO_BROADCAST), and no program here does.
  if (route.type === 'broadcast') return 'EACCES';
  const length = IPV4_HEADER_BYTES + payloadLength(wanted.payload);
  const fits = length <= route.mtu;
  const isWhole = df === 'do' || df === 'probe';
  if (isWhole && !fits) return { kind: 'EMSGSIZE', mtu: route.mtu };
  const packet: Ipv4Packet = {
    kind: 'ipv4',
    tos: wanted.tos ?? 0,
    // A packet that can never be cut needs no id (`ip_select_ident_segs`; RFC 6864).
    id: isWhole && !wanted.isConnected ? 0 : netns.nextIpId(),
    dontFragment: df !== 'dont' && fits,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: wanted.ttl ?? netns.ipv4Conf.ip_default_ttl,
    protocol: wanted.protocol,
    source: route.source,
    destination,
    options: NO_OPTIONS,
    payload: wanted.payload,
  };
  const skb = originate(netns, packet, undefined);
  skb.ignoresDf = !isWhole;
  const failure = sendLocal(netns, skb, route);
  if (failure !== undefined) return failure;
  return skb.wasRefused && wanted.hearsErrors ? 'ENOBUFS' : undefined;
}
