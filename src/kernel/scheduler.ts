/**
 * Virtual time: a queue of events ordered by time, then by the order in which they were planned.
 * Nothing here ever waits; an hour of timers costs what its events cost.
 */
import { invariant } from '../base/invariant';

/** An event that can be called off before its time. */
export interface Timer {
  cancelled: boolean;
}

interface Event extends Timer {
  readonly atUs: number;
  readonly sequence: number;
  readonly run: () => void;
}

/** More events than this without a pause is a loop, not a network. */
const EVENTS_MAX = 50_000_000;

export class Scheduler {
  /** A binary heap: the parent of `i` is `(i - 1) >> 1`. */
  readonly #heap: Event[] = [];
  #sequence = 0;
  #nowUs = 0;
  #eventCount = 0;

  /** Microseconds since the network was made. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /** Plans `run` for `delayUs` microseconds from now; zero means after all that is planned for now. */
  after(delayUs: number, run: () => void): Timer {
    this.#sequence += 1;
    const event = { atUs: this.#nowUs + delayUs, sequence: this.#sequence, run, cancelled: false };
    this.#push(event);
    return event;
  }

  /** Runs events until `isDone`, or until nothing is left to happen before `untilUs`. */
  runUntil(untilUs: number, isDone: () => boolean = () => false): void {
    while (!isDone()) {
      const next = this.#heap[0];
      if (next === undefined || next.atUs > untilUs) break;
      this.#pop();
      if (next.cancelled) continue;
      this.#nowUs = next.atUs;
      this.#eventCount += 1;
      invariant(
        this.#eventCount < EVENTS_MAX,
        `the network comes to rest within ${EVENTS_MAX} events`,
      );
      next.run();
    }
    if (!isDone() && this.#nowUs < untilUs) this.#nowUs = untilUs;
  }

  /** Forgets how many events there were; a new stimulus has a budget of its own. */
  refill(): void {
    this.#eventCount = 0;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as Event;
      if (isBefore(parent, event)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      const right = heap[down + 1];
      if (right !== undefined && isBefore(right, heap[down] as Event)) down += 1;
      const child = heap[down] as Event;
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.atUs < other.atUs || (one.atUs === other.atUs && one.sequence < other.sequence);
}
