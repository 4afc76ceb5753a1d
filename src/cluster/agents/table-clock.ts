/**
 * When Felix reads a table of iptables again (felix/iptables/table.go, `Apply`): a refresh interval
 * after it was last read, and sooner while a write is fresh, for others may have overwritten it: one
 * post-write interval after the write, then after twice as long, four times … for an hour.
 */
import type { Clock } from './clock';

const POST_WRITE_MAX_US = 3_600_000_000;

export class TableClock implements Clock {
  readonly #refreshUs: number;
  readonly #postWriteUs: number;
  #lastReadUs: number;
  #lastWriteUs = -Infinity;

  /** @param refreshUs zero: it is only read after writes */
  constructor(refreshUs: number, postWriteUs: number, lastReadUs: number) {
    this.#refreshUs = refreshUs;
    this.#postWriteUs = postWriteUs;
    this.#lastReadUs = lastReadUs;
  }

  next(nowUs: number): number | undefined {
    let readUs = this.#lastReadUs;
    for (;;) {
      const postWriteUs = this.#postWriteAfter(readUs);
      if (postWriteUs === undefined) return this.#refreshAfter(readUs, nowUs);
      const refreshUs = this.#refreshUs > 0 ? readUs + this.#refreshUs : Infinity;
      readUs = Math.min(postWriteUs, refreshUs);
      if (readUs > nowUs) return readUs;
    }
  }

  wrote(nowUs: number): void {
    this.#lastReadUs = nowUs;
    this.#lastWriteUs = nowUs;
  }

  #postWriteAfter(readUs: number): number | undefined {
    if (this.#postWriteUs <= 0) return undefined;
    for (let us = this.#postWriteUs; us < POST_WRITE_MAX_US; us *= 2) {
      if (this.#lastWriteUs + us > readUs) return this.#lastWriteUs + us;
    }
    return undefined;
  }

  #refreshAfter(readUs: number, nowUs: number): number | undefined {
    if (this.#refreshUs <= 0) return undefined;
    const reads = Math.max(0, Math.floor((nowUs - readUs) / this.#refreshUs)) + 1;
    return readUs + reads * this.#refreshUs;
  }
}
