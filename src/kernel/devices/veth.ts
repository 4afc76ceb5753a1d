/**
 * A virtual Ethernet pair (Linux: drivers/net/veth.c): what one end sends, the other receives. The
 * mark and the connection stay behind (`skb_scrub_packet`): they belong to one network namespace.
 */
import type { Device, DeviceDriver } from './device';

/** A pair's two ends; each end's driver finds the other here. */
export class VethPair {
  #ends: readonly [Device, Device] | undefined = undefined;

  join(one: Device, other: Device): void {
    this.#ends = [one, other];
  }

  peerOf(device: Device): Device | undefined {
    return this.#ends?.find((end) => end !== device);
  }
}

/** Microseconds from one end to the other; a warm round trip on one node has four of them. */
const VETH_LATENCY_US = 4;

export class VethDriver implements DeviceDriver {
  readonly kind = 'veth';
  readonly hasLinkLayer = true;
  readonly usesArp = true;
  readonly #pair: VethPair;
  #self: Device | undefined = undefined;

  constructor(pair: VethPair) {
    this.#pair = pair;
  }

  attach(self: Device): void {
    this.#self = self;
  }

  get peer(): Device | undefined {
    return this.#self && this.#pair.peerOf(this.#self);
  }

  hasCarrier(): boolean {
    return this.peer?.isUp ?? false;
  }

  transmit(...[device, unit, trace, skb]: Parameters<DeviceDriver['transmit']>): void {
    const peer = this.#pair.peerOf(device);
    if (peer === undefined || unit.kind !== 'frame') return;
    const isTaken = device.netns.network.cross(unit, trace, VETH_LATENCY_US, peer);
    if (!isTaken && skb !== undefined) skb.wasRefused = true;
  }

  /** `neigh_carrier_down`: who was known behind a link that is gone is forgotten. */
  goDown(device: Device): void {
    const peer = this.#pair.peerOf(device);
    peer?.netns.neighbours.flush(peer, ({ state }) => state !== 'permanent');
  }

  remove(device: Device): void {
    const peer = this.#pair.peerOf(device);
    if (peer !== undefined && !peer.isRemoved) peer.netns.removeDevice(peer);
  }
}
