/**
 * Threads that judge submissions, each with a clock and a limit of memory. One that does not come to an
 * end, or wants too much, is ended with its thread, and another takes its place.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { type Submission, UngradableError } from '../../../grade/submissions/submission';
import { makeScratch } from './scratch';
import type { Begun, Judged } from './work';

/** Of JavaScript's heap, for one thread, in MiB: what a thread needs with nothing to do is a third of it. */
const MEMORY_MB = 384;

export interface GradingPoolOptions {
  readonly jobs: number;
  readonly assignmentPath: string;
  /** Of this program. */
  readonly version: string;
  readonly isCodeAllowed: boolean;
  /** For one submission, on the wall clock, in seconds. */
  readonly seconds: number;
}

export class GradingPool {
  readonly #options: GradingPoolOptions;
  readonly #threads: Piscina;
  /** Where threads put a student's features; it goes with the pool, also where a thread was ended. */
  readonly #folder = makeScratch();
  readonly #begun = new Map<string, () => void>();

  constructor(options: GradingPoolOptions) {
    this.#options = options;
    this.#threads = new Piscina({
      filename: join(__dirname, 'worker.js'),
      name: 'work',
      minThreads: options.jobs,
      maxThreads: options.jobs,
      idleTimeout: Number.POSITIVE_INFINITY,
      env: { ...process.env, TMPDIR: this.#folder },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // A thread that waits by them does not hear its own timers.
      atomics: 'disabled',
    });
    this.#threads.on('message', ({ begun }: Begun) => this.#begun.get(begun)?.());
    this.#threads.on('error', () => {
      // Of a thread that was ended while it had nothing to do; another takes its place.
    });
  }

  /** @returns a sentence for each thing that is wrong with the assignment's features */
  complaints(): Promise<readonly string[]> {
    const { assignmentPath, version, isCodeAllowed } = this.#options;
    const work = { assignmentPath, version, isCodeAllowed };
    return this.#threads.run(work, { name: 'check' });
  }

  /** @throws UngradableError where it took too long or wanted too much */
  async grade(submission: Submission): Promise<Judged> {
    const { assignmentPath, version, isCodeAllowed, seconds } = this.#options;
    const clock = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    this.#begun.set(submission.student, () => {
      timer = setTimeout(() => clock.abort(), seconds * 1000);
    });
    try {
      const work = { assignmentPath, version, isCodeAllowed, submission };
      return await this.#threads.run(work, { signal: clock.signal });
    } catch (error) {
      throw reasonOf(error, clock.signal.aborted, seconds);
    } finally {
      clearTimeout(timer);
      this.#begun.delete(submission.student);
    }
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown, isOverdue: boolean, seconds: number): unknown {
  if (isOverdue) return new UngradableError(`judging it took longer than ${seconds} s`);
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UngradableError(`judging it took more than ${MEMORY_MB} MiB of memory`);
  }
  return error;
}
