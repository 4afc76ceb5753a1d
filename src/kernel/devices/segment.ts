/**
 * A layer-2 segment: a learning switch (as net/bridge without STP) with network cards plugged in.
 * Nodes, routers and outside hosts meet here.
 */
import { isGroupMac, type Mac } from '../../addr/mac';
import type { Frame } from '../../wire/ethernet';
import type { Network } from '../network';
import type { PacketTrace } from '../packet-trace';
import type { Device, DeviceDriver } from './device';

export interface SegmentOptions {
  readonly latencyUs: number;
  /** Per frame, 0 to 100. */
  readonly lossPercent: number;
}

const DEFAULT_OPTIONS: SegmentOptions = { latencyUs: 10, lossPercent: 0 };

export class Segment {
  readonly name: string;
  readonly options: SegmentOptions;
  readonly #ports: Device[] = [];
  readonly #learned = new Map<Mac, Device>();

  constructor(name: string, options: Partial<SegmentOptions> = {}) {
    this.name = name;
    this.options = { ...DEFAULT_OPTIONS, ...options };
  }

  plug(device: Device): void {
    this.#ports.push(device);
  }

  unplug(device: Device): void {
    this.#ports.splice(this.#ports.indexOf(device), 1);
    this.forget(device);
  }

  /** `br_fdb_delete_by_port`: a port without carrier has nobody behind it. */
  forget(device: Device): void {
    for (const [mac, port] of this.#learned) if (port === device) this.#learned.delete(mac);
  }

  /** Forwards to the port where the destination was last heard, or to all others. */
  forward(network: Network, from: Device, frame: Frame, trace: PacketTrace): void {
    this.#learned.set(frame.source, from);
    if (this.#loses(network)) {
      trace.drop(
        'LINK_LOSS',
        `segment ${this.name} loses ${this.options.lossPercent} % of its frames`,
      );
      return;
    }
    const known = isGroupMac(frame.destination) ? undefined : this.#learned.get(frame.destination);
    const ports = (known ? [known] : this.#ports).filter((port) => port !== from && port.isUp);
    if (ports.length === 0) {
      trace.drop('NOT_SPECIFIED', `segment ${this.name} has no other port that is up`);
      return;
    }
    // The copy that somebody waits for keeps the trace; the flooded ones get their own.
    const wanted = ports.find((port) => port.mac === frame.destination) ?? ports[0];
    for (const port of ports) {
      const own = port === wanted ? trace : network.newTrace(frame, trace.id);
      network.cross(frame, own, this.options.latencyUs, port);
    }
  }

  #loses(network: Network): boolean {
    const { lossPercent } = this.options;
    return lossPercent > 0 && network.random.between(0, 9_999) < lossPercent * 100;
  }
}

/** A network card: a port of a segment. */
export class NicDriver implements DeviceDriver {
  readonly kind = 'nic';
  readonly hasLinkLayer = true;
  readonly usesArp = true;
  readonly segment: Segment;

  constructor(segment: Segment) {
    this.segment = segment;
  }

  hasCarrier(): boolean {
    return true;
  }

  transmit(...[device, unit, trace]: Parameters<DeviceDriver['transmit']>): void {
    if (unit.kind === 'frame') this.segment.forward(device.netns.network, device, unit, trace);
  }

  goDown(device: Device): void {
    this.segment.forget(device);
  }

  remove(device: Device): void {
    this.segment.unplug(device);
  }
}
