/** A ticker: every so often, whatever happens. */
import type { Clock } from './clock';

export class TickClock implements Clock {
  readonly #intervalUs: number;
  readonly #firstUs: number;

  /** @param intervalUs zero: it never ticks */
  constructor(intervalUs: number, firstUs: number) {
    this.#intervalUs = intervalUs;
    this.#firstUs = firstUs;
  }

  next(nowUs: number): number | undefined {
    if (this.#intervalUs <= 0) return undefined;
    if (nowUs < this.#firstUs) return this.#firstUs;
    const ticks = Math.floor((nowUs - this.#firstUs) / this.#intervalUs) + 1;
    return this.#firstUs + ticks * this.#intervalUs;
  }

  wrote(): void {}
}
