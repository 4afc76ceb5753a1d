/**
 * The kernel's side of a trace: it appends, everybody else reads `Trace`.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Fate, Hop, Step, Trace } from '../trace/trace';
import type { DropReason } from '../wire/drop-reason';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';

export class PacketTrace implements Trace {
  readonly id: number;
  readonly cause: number | undefined;
  readonly sent: Frame | Ipv4Packet;
  readonly hops: PacketHop[] = [];
  fate: Fate | undefined = undefined;

  constructor(id: number, cause: number | undefined, sent: Frame | Ipv4Packet) {
    this.id = id;
    this.cause = cause;
    this.sent = sent;
  }

  enter(host: string, atUs: number): void {
    this.hops.push(new PacketHop(host, atUs));
  }

  add(step: Step): void {
    this.hops[this.hops.length - 1]?.steps.push(step);
  }

  addRoute(
    destination: Ipv4,
    route: { readonly text: string },
    beaten: readonly { readonly text: string }[],
  ): void {
    this.add({ kind: 'route', destination, route, beaten });
  }

  deliver(to: string): void {
    this.add({ kind: 'deliver', to });
    this.end({ kind: 'delivered', host: this.#host() });
  }

  drop(reason: DropReason, because: string): void {
    this.add({ kind: 'drop', reason, because });
    this.end({ kind: 'dropped', host: this.#host(), reason, because });
  }

  /** The first fate is the packet's; what a copy of it meets later does not change it. */
  end(fate: Fate): void {
    this.fate ??= fate;
  }

  #host(): string {
    return this.hops[this.hops.length - 1]?.host ?? '';
  }
}

class PacketHop implements Hop {
  readonly host: string;
  readonly atUs: number;
  readonly steps: Step[] = [];

  constructor(host: string, atUs: number) {
    this.host = host;
    this.atUs = atUs;
  }
}
