/**
 * A packet's way while it is put together from what interfaces saw; a `Trace` in the making.
 */
import type { Fate, Hop, Step, Trace } from '../../../trace/trace';
import type { Sighting } from '../capture/sighting';

interface GrowingHop {
  readonly host: string;
  readonly atUs: number;
  readonly steps: Step[];
}

export class Passage {
  readonly id: number;
  readonly key: string | undefined;
  readonly sent: Trace['sent'];
  readonly cause: number | undefined;
  /** Where it was seen last; `undefined` where no interface ever saw it. */
  last: Sighting | undefined;
  fate: Fate | undefined;
  readonly #hops: GrowingHop[] = [];

  constructor(id: number, key: string | undefined, sent: Trace['sent'], cause: number | undefined) {
    this.id = id;
    this.key = key;
    this.sent = sent;
    this.cause = cause;
  }

  /** The host that first had it. */
  get origin(): string | undefined {
    return this.#hops[0]?.host;
  }

  begin(host: string, atUs: number): void {
    this.#hops.push({ host, atUs, steps: [] });
  }

  see(sighting: Sighting, atUs: number): void {
    const { host, device, direction, frame } = sighting;
    if (this.#hops.at(-1)?.host !== host) this.begin(host, atUs);
    const kind = direction === 'out' ? 'transmit' : 'receive';
    this.#hops.at(-1)?.steps.push({ kind, device, frame });
    this.last = sighting;
  }

  note(text: string): void {
    this.#hops.at(-1)?.steps.push({ kind: 'note', text });
  }

  /** @param decision what ended it, where the host showed it */
  end(fate: Fate, decision?: Step): void {
    this.fate = fate;
    if (decision !== undefined) this.#hops.at(-1)?.steps.push(decision);
    const step: Step =
      fate.kind === 'dropped'
        ? { kind: 'drop', reason: fate.reason, because: fate.because }
        : { kind: 'deliver', to: 'the host itself' };
    if (fate.kind === 'dropped' || fate.kind === 'delivered') this.#hops.at(-1)?.steps.push(step);
  }

  toTrace(): Trace {
    const hops: readonly Hop[] = this.#hops;
    return { id: this.id, cause: this.cause, sent: this.sent, hops, fate: this.fate };
  }
}
