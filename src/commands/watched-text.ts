/**
 * A program whose text only grows, watched: what it has printed is asked for again and again, and
 * each time only the new part is shown.
 */
import type { Process, Signal } from './command';
import { KILLED_BY } from './killed-by';

/** What is known of a program that runs. */
export interface GrowingText {
  /** All that it has printed so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** Set once it is over. */
  readonly exit: number | undefined;
}

interface Watched {
  /** What it has printed until now; each answer begins with the one before. */
  look(): GrowingText;
  stop(): void;
  /** Signals that it listens to, and at which it says its last words. */
  readonly obeys: readonly Signal[];
  readonly patienceMs: number;
}

export class WatchedText implements Process {
  readonly patienceMs: number;
  readonly #program: Watched;
  #stdoutShown = 0;
  #stderrShown = 0;
  #killedBy: Signal | undefined = undefined;

  constructor(program: Watched) {
    this.#program = program;
    this.patienceMs = program.patienceMs;
  }

  get end(): Process['end'] {
    if (this.#killedBy !== undefined) return { exit: KILLED_BY[this.#killedBy] };
    const { exit } = this.#program.look();
    return exit === undefined ? undefined : { exit };
  }

  take(): { readonly stdout: string; readonly stderr: string } {
    const { stdout, stderr } = this.#program.look();
    const news = {
      stdout: stdout.slice(this.#stdoutShown),
      stderr: stderr.slice(this.#stderrShown),
    };
    this.#stdoutShown = stdout.length;
    this.#stderrShown = stderr.length;
    return news;
  }

  signal(signal: Signal): void {
    if (this.end !== undefined) return;
    if (!this.#program.obeys.includes(signal)) this.#killedBy = signal;
    this.#program.stop();
  }
}
