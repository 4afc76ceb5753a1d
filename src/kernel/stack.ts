/**
 * The doors between the layers of the network stack, so that no file needs to import the layer that
 * imports it: devices call up, errors go down again. `stack-of-linux.ts` fills it in.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { RejectWith } from '../netfilter/targets/reject';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';
import type { Device } from './devices/device';
import type { Netns } from './netns';
import type { PacketTrace } from './packet-trace';
import type { NoRoute, RouteResult } from './route-result';
import type { PacketType, Skb } from './skb';

export interface OutputQuery {
  readonly destination: Ipv4;
  /** The source that the socket is bound to; chosen by the route where absent. */
  readonly source?: Ipv4;
  /** `oif`: only routes by this device, and without one the destination counts as on its link. */
  readonly device?: Device;
  /** FLOWI_FLAG_ANYSRC: the source need not be an address of this host. */
  readonly anySource?: boolean;
}

export interface Stack {
  newSkb(packet: Ipv4Packet, trace: PacketTrace, mark: number): Skb;
  receiveFrame(device: Device, frame: Frame, type: PacketType, trace: PacketTrace): void;
  receivePacket(device: Device, skb: Skb): void;
  receiveLoopback(device: Device, skb: Skb): void;
  routeOutput(netns: Netns, query: OutputQuery): RouteResult | NoRoute;
  /** An outer packet: the tunnelled one's trace and mark go on, its connection does not. */
  sendTunnelled(netns: Netns, outer: Ipv4Packet, route: RouteResult, inner: Skb): void;
  /** `icmp_send`: tells the sender of a packet what is wrong with it, if it may be told. */
  sendError(skb: Skb, type: number, code: number, rest: number): void;
  /** The REJECT target's answer to the packet's sender. */
  reject(netns: Netns, skb: Skb, kind: RejectWith): void;
  /** The neighbour is known now: puts the header before the packet and sends it. */
  sendToNeighbour(skb: Skb, route: RouteResult): void;
}
