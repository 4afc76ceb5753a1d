/**
 * tcpdump while it listens: it sees what the interfaces of its host see, until it has enough or is
 * told to end.
 */
import { wallClock } from '../../base/wall-clock';
import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import type { CapturedFrame } from '../../trace/trace';
import { captureBytes } from '../../wire/capture/capture';
import { type PcapFrame, writePcap } from '../../wire/capture/pcap';
import type { Process, Signal, WrittenFile } from '../command';
import type { CapturePoint } from './capture-devices';
import { cookedBytes } from './cooked-frame';
import type { Filter } from './filter/compile-filter';
import type { PacketLines } from './packet-lines';
import type { TcpdumpOptions } from './parse-tcpdump';

/** After so long somebody presses Ctrl-C, where nothing else ends it. */
const PATIENCE_MS = 10_000;
const EXIT_KILLED = 137;

/** What there is to listen for, and how to tell of it. */
interface LiveCaptureParts {
  readonly netns: Netns;
  readonly point: CapturePoint;
  readonly options: TcpdumpOptions;
  readonly filter: Filter;
  /** `undefined` where packets are written to a file alone. */
  readonly lines: PacketLines | undefined;
  /** What it says before it begins. */
  readonly announcement: string;
}

export class LiveCapture implements Process {
  readonly patienceMs = PATIENCE_MS;
  readonly #parts: LiveCaptureParts;
  readonly #leave: () => void;
  readonly #written: PcapFrame[] = [];
  #end: Process['end'];
  #stdout = '';
  #stderr: string;
  #captured = 0;
  /** By the kernel, before libpcap looks at directions. */
  #received = 0;

  constructor(parts: LiveCaptureParts) {
    this.#parts = parts;
    this.#stderr = parts.announcement;
    this.#leave = parts.netns.network.tap((seen) => this.#see(seen));
  }

  get end(): Process['end'] {
    return this.#end;
  }

  get holdsBack(): boolean {
    return !this.#parts.options.isLineBuffered;
  }

  take(): { readonly stdout: string; readonly stderr: string } {
    const taken = { stdout: this.#stdout, stderr: this.#stderr };
    this.#stdout = '';
    this.#stderr = '';
    return taken;
  }

  signal(signal: Signal): void {
    if (this.#end !== undefined) return;
    if (signal === 'SIGKILL') {
      this.#leave();
      this.#end = { exit: EXIT_KILLED, files: this.#files() };
      return;
    }
    // A line may have been cut short by the signal, so tcpdump ends it.
    if (this.#parts.options.writeFile === undefined) this.#stdout += '\n';
    this.#finish();
  }

  #finish(): void {
    this.#leave();
    const packets = (count: number) => `${count} packet${count === 1 ? '' : 's'}`;
    this.#stderr += `${packets(this.#captured)} captured\n`;
    this.#stderr += `${packets(this.#received)} received by filter\n`;
    this.#stderr += `${packets(0)} dropped by kernel\n`;
    this.#end = { exit: 0, files: this.#files() };
  }

  #files(): readonly WrittenFile[] {
    const { options, point } = this.#parts;
    if (options.writeFile === undefined) return [];
    const bytes = writePcap(point.linkType, this.#written, options.snapLength);
    return [{ path: options.writeFile, bytes }];
  }

  #see(seen: CapturedFrame): void {
    const { netns, point, options, filter, lines } = this.#parts;
    if (seen.host !== netns.name) return;
    if (point.device !== undefined && point.name !== seen.device) return;
    const device = netns.devices.get(seen.device);
    if (device === undefined || !this.#listensTo(seen, device)) return;
    const whole = point.device === undefined ? cookedBytes(seen, device) : captureBytes(seen.frame);
    const wireLength = whole.length;
    const seenBy = { isOutgoing: seen.direction === 'out', interfaceIndex: device.ifindex };
    if (!filter(whole, wireLength, seenBy)) return;
    // What goes over lo is seen going out as well, and that copy is thrown away.
    this.#received += device.driver.kind === 'loopback' ? 2 : 1;
    if (options.side === 'in' && seenBy.isOutgoing) return;
    if (options.side === 'out' && !seenBy.isOutgoing) return;
    this.#captured += 1;
    const bytes = wireLength > options.snapLength ? whole.subarray(0, options.snapLength) : whole;
    const frame = { atUs: wallClockUs(seen.atUs), bytes, wireLength };
    if (options.writeFile !== undefined) this.#written.push(frame);
    if (lines !== undefined) this.#stdout += lines.text(frame);
    if (this.#captured === options.maxCount) this.#finish();
  }

  /** A network card gives away what is for others only while it is promiscuous. */
  #listensTo(seen: CapturedFrame, { driver }: Device): boolean {
    const { options, point } = this.#parts;
    const isPromiscuous = options.isPromiscuous && point.device !== undefined;
    return isPromiscuous || seen.direction !== 'other' || driver.kind !== 'nic';
  }
}

/** Microseconds since 1970; the clock itself shows milliseconds. */
function wallClockUs(nowUs: number): number {
  return wallClock(0).getTime() * 1000 + nowUs;
}
