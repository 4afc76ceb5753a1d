/**
 * What is to be said of a run beside its scenarios: who judged, with which dice and programs, when and
 * for how long. Nothing of the machine, its user, or the place that the features came from.
 */
import { type Envelope, TimeConversion } from '@cucumber/messages';
import type { Judge } from '../model/verdict';

export interface RunFacts {
  readonly drivers: readonly string[];
  readonly seeds: readonly number[];
  /** Of Calicumber. */
  readonly versions: readonly string[];
  /** `node.js 20.20.2`, `cucumber-js 12.9.0`. */
  readonly programs: readonly string[];
  /** What judges had to say of their driver. */
  readonly remarks: readonly string[];
  /** ISO 8601; the earliest of its parts. */
  readonly startedAt?: string;
  /** From the earliest start to the latest end; 0 where nobody wrote when it ended. */
  readonly durationMs: number;
}

export class RunFactsReader {
  readonly #drivers = new Set<string>();
  readonly #seeds = new Set<number>();
  readonly #versions = new Set<string>();
  readonly #programs = new Set<string>();
  readonly #remarks = new Set<string>();
  #startMs = Number.POSITIVE_INFINITY;
  #endMs = Number.NEGATIVE_INFINITY;

  take({ meta, testRunStarted, testRunFinished }: Envelope): void {
    const toMs = TimeConversion.timestampToMillisecondsSinceEpoch;
    if (meta !== undefined) {
      for (const { name, version = '' } of [meta.implementation, meta.runtime]) {
        this.#programs.add(`${name} ${version}`.trim());
      }
    }
    if (testRunStarted !== undefined) {
      this.#startMs = Math.min(this.#startMs, toMs(testRunStarted.timestamp));
    }
    if (testRunFinished !== undefined) {
      this.#endMs = Math.max(this.#endMs, toMs(testRunFinished.timestamp));
    }
  }

  takeJudge({ driver, seed, version, remarks }: Judge): void {
    this.#drivers.add(driver);
    this.#seeds.add(seed);
    this.#versions.add(version);
    for (const remark of remarks) this.#remarks.add(remark);
  }

  facts(): RunFacts {
    const hasStart = Number.isFinite(this.#startMs);
    return {
      drivers: [...this.#drivers].sort(),
      seeds: [...this.#seeds].sort((one, other) => one - other),
      versions: [...this.#versions].sort(),
      programs: [...this.#programs].sort(),
      remarks: [...this.#remarks],
      ...(hasStart ? { startedAt: new Date(this.#startMs).toISOString() } : {}),
      durationMs: Math.max(
        0,
        Number.isFinite(this.#endMs - this.#startMs) ? this.#endMs - this.#startMs : 0,
      ),
    };
  }
}
