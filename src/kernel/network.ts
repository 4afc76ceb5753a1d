/**
 * All hosts and what joins them: the clock, the dice, the wires, and what was seen on them.
 */
import { invariant } from '../base/invariant';
import type { Random } from '../base/random';
import type { CapturedFrame } from '../trace/trace';
import { decodeFrame } from '../wire/decode';
import { encodeFrame } from '../wire/encode';
import type { Frame } from '../wire/ethernet';
import { frameLength, type Ipv4Packet } from '../wire/ipv4';
import type { Device } from './devices/device';
import type { Segment } from './devices/segment';
import type { HostWatcher } from './host-edit';
import { NeighbourTable } from './neighbour/neighbour-table';
import { Netns } from './netns';
import { PacketTrace } from './packet-trace';
import { Scheduler } from './scheduler';
import type { Linux } from './stack-of-linux';

/** `is_skb_forwardable`: an Ethernet header, and room for a VLAN tag. */
const LINK_HEADER_BYTES = 18;

export interface NetworkOptions {
  readonly random: Random;
  /** Every frame that crosses a link is written to bytes and read back. */
  readonly wireMode: boolean;
}

export class Network {
  readonly scheduler = new Scheduler();
  readonly random: Random;
  readonly hosts = new Map<string, Netns>();
  readonly segments = new Map<string, Segment>();
  /** Told of every change to a host. */
  watcher: HostWatcher | undefined = undefined;
  /** The command that somebody has typed and that is at work at this moment. */
  typed: string | undefined = undefined;
  readonly #wireMode: boolean;
  readonly #linux: Linux;
  #traces: PacketTrace[] = [];
  #frames: CapturedFrame[] = [];
  #traceCount = 0;
  /** Who looks at frames as they are seen: tcpdump, while it runs. */
  readonly #taps = new Set<(seen: CapturedFrame) => void>();

  constructor(linux: Linux, options: NetworkOptions) {
    this.#linux = linux;
    this.random = options.random;
    this.#wireMode = options.wireMode;
  }

  get nowUs(): number {
    return this.scheduler.nowUs;
  }

  /** Every packet that was sent since the last `forget`, in order. */
  get traces(): readonly PacketTrace[] {
    return this.#traces;
  }

  /** Every frame that an interface saw since the last `forget`, in order. */
  get frames(): readonly CapturedFrame[] {
    return this.#frames;
  }

  /** Lets go of what was recorded; who wants to keep it has taken it. */
  forget(): void {
    this.#traces = [];
    this.#frames = [];
  }

  addHost(name: string): Netns {
    invariant(!this.hosts.has(name), `no other host is called ${name}`);
    const netns = new Netns(
      name,
      this,
      this.#linux.stack,
      new NeighbourTable(this.#linux.neighbours),
    );
    this.hosts.set(name, netns);
    return netns;
  }

  /** The host goes, and with it its devices and their other ends. */
  removeHost(name: string): void {
    const netns = this.hosts.get(name);
    for (const device of [...(netns?.devices.values() ?? [])]) netns?.removeDevice(device);
    this.hosts.delete(name);
  }

  newTrace(sent: Frame | Ipv4Packet, cause: number | undefined): PacketTrace {
    this.#traceCount += 1;
    const trace = new PacketTrace(this.#traceCount, cause, sent);
    this.#traces.push(trace);
    return trace;
  }

  capture(
    device: Device,
    direction: CapturedFrame['direction'],
    frame: Frame | Ipv4Packet,
    trace: PacketTrace,
  ): void {
    const seen = {
      host: device.netns.name,
      device: device.name,
      direction,
      atUs: this.nowUs,
      frame,
      trace: trace.id,
    };
    this.#frames.push(seen);
    for (const tap of this.#taps) tap(seen);
  }

  /**
   * Tells `tap` of every frame that an interface of any host sees from now on.
   * @returns what ends it
   */
  tap(tap: (seen: CapturedFrame) => void): () => void {
    this.#taps.add(tap);
    return () => {
      this.#taps.delete(tap);
    };
  }

  /**
   * A frame on a link: it arrives after the latency, as an object or by way of its bytes.
   * @returns false where the far end takes none so long (`is_skb_forwardable`)
   */
  cross(frame: Frame, trace: PacketTrace, latencyUs: number, to: Device): boolean {
    const length = frameLength(frame);
    if (length > to.mtu + LINK_HEADER_BYTES) {
      const text = `${to.name} of ${to.netns.name} has an MTU of ${to.mtu}`;
      trace.drop('PKT_TOO_BIG', `${text} and takes no frame of ${length} bytes`);
      return false;
    }
    this.scheduler.after(latencyUs, () => {
      trace.enter(to.netns.name, this.nowUs);
      const arrived = this.#wireMode ? decodeFrame(encodeFrame(frame)) : frame;
      if (arrived.kind === 'malformed') trace.drop(arrived.reason, 'the frame cannot be read');
      else to.receive(arrived, trace);
    });
    return true;
  }
}
