/**
 * One tcpdump at one interface. It has begun when tcpdump says that it listens; it is complete when
 * tcpdump, asked by a signal, has handed over as many packets as the kernel gave it, and lost none.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { inside, mortal, TOOL_ENVIRONMENT } from '../lab/run-tool';
import { PcapStream, type StreamedPacket } from './pcap-stream';

/** The longest frame kept in full, in bytes; a frame that is longer makes the capture incomplete. */
const SNAP_LENGTH = 10_000;
/** The kernel's buffer for one interface, in KiB: hundreds of frames that are never read in time. */
const BUFFER_KIB = 2048;

/** Where to look, and which way; pcap files do not say which way a packet went. */
export interface CaptureSpot {
  readonly host: string;
  readonly device: string;
  /** Only where the frames themselves do not tell: devices without a link layer. */
  readonly only: 'in' | 'out' | undefined;
}

/** What tcpdump said of itself when it was last asked. */
interface Counts {
  readonly received: number;
  readonly dropped: number;
}

const COUNTS =
  /(\d+) packets? captured, (\d+) packets? received by filter, (\d+) packets? dropped by kernel/g;

export class InterfaceCapture {
  readonly spot: CaptureSpot;
  /** All packets so far. */
  readonly packets: StreamedPacket[] = [];
  readonly #child: ChildProcess;
  readonly #stream = new PcapStream();
  #stderr = '';
  #counts: Counts = { received: 0, dropped: 0 };
  #answers = 0;
  #hasEnded = false;
  #waiting: (() => void)[] = [];

  constructor(namespace: string, spot: CaptureSpot, filter: readonly string[]) {
    this.spot = spot;
    this.#child = spawn('setpriv', tcpdumpWords(namespace, spot, filter), {
      env: TOOL_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      for (const packet of this.#stream.take(chunk)) this.packets.push(packet);
      this.#wake();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.#child.on('close', () => this.#end());
    this.#child.on('error', () => this.#end());
  }

  get linkType(): number | undefined {
    return this.#stream.linkType;
  }

  /** The device is gone, or tcpdump was stopped. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** @throws Error where tcpdump cannot listen, with its words */
  async begun(): Promise<void> {
    while (!this.#stderr.includes('listening on')) {
      if (this.#hasEnded) throw new Error(`tcpdump on ${this.spot.device}: ${this.#stderr.trim()}`);
      await this.#news();
    }
  }

  /** Asks tcpdump how much it has seen. @returns what is amiss, or `undefined` */
  async ask(): Promise<string | undefined> {
    if (!this.#hasEnded) {
      const before = this.#answers;
      this.#child.kill('SIGUSR1');
      while (this.#answers === before && !this.#hasEnded) await this.#news();
    }
    return this.#counts.dropped > 0 ? `the kernel dropped ${this.#counts.dropped}` : undefined;
  }

  /** How many packets tcpdump was given when it was last asked. */
  get received(): number {
    return this.#counts.received;
  }

  /** @returns when it has ended */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    while (!this.#hasEnded) await this.#news();
  }

  #hear(text: string): void {
    this.#stderr += text;
    const answers = [...this.#stderr.matchAll(COUNTS)];
    const last = answers.at(-1);
    if (last !== undefined) {
      this.#counts = { received: Number(last[2]), dropped: Number(last[3]) };
      this.#answers = answers.length;
    }
    this.#wake();
  }

  #end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  #news(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function tcpdumpWords(
  namespace: string,
  { device, only }: CaptureSpot,
  filter: readonly string[],
): readonly string[] {
  const [, ...words] = mortal(
    inside(namespace, [
      'tcpdump',
      ...['-n', '-i', device, '-w', '-', '-U', '--immediate-mode'],
      ...['--time-stamp-precision=nano', '-s', String(SNAP_LENGTH), '-B', String(BUFFER_KIB)],
      // As another user it would be beyond the reach of the signal that ends it with us.
      ...['-Z', 'root'],
      ...(only === undefined ? [] : ['-Q', only]),
      ...filter,
    ]),
  );
  return words;
}
