/**
 * A ping that runs and is watched: the first line at once, each other when its packet comes, the
 * statistics at the end or on Ctrl-C.
 */
import type { RunningPing } from '../../kernel/programs/ping';
import type { Process, Signal } from '../command';
import { KILLED_BY } from '../killed-by';
import { exitOf, firstLine, type PingManner, renderEvents, renderStatistics } from './render-ping';

/** Of a ping that nobody counts somebody has seen enough when the fifth answer could be there. */
const PATIENCE = 5;
/** However many are asked for, somebody presses Ctrl-C at last: no command goes on for hours. */
const ENDURANCE = 1000;

export class PingLines implements Process {
  readonly patienceMs: number;
  readonly #ping: RunningPing;
  readonly #manner: PingManner;
  #eventsShown = 0;
  #hasBegun = false;
  #hasEnded = false;
  #killedBy: Signal | undefined = undefined;

  constructor(ping: RunningPing, manner: PingManner) {
    this.#ping = ping;
    this.#manner = manner;
    const { count, intervalMs, timeoutMs, deadlineMs } = ping.run.options;
    this.patienceMs =
      Number.isFinite(count) || deadlineMs !== undefined
        ? ENDURANCE * intervalMs + timeoutMs
        : PATIENCE * intervalMs - 1;
  }

  get end(): Process['end'] {
    if (!this.#ping.isOver) return undefined;
    const { run } = this.#ping;
    return { exit: this.#killedBy === undefined ? exitOf(run) : KILLED_BY[this.#killedBy] };
  }

  take(): { readonly stdout: string; readonly stderr: string } {
    const { run, isOver } = this.#ping;
    const head = this.#hasBegun ? '' : firstLine(run, this.#manner);
    const { stdout, stderr } = renderEvents(run, this.#manner, run.events.slice(this.#eventsShown));
    const hasStatistics = isOver && !this.#hasEnded && this.#killedBy === undefined;
    this.#hasBegun = true;
    this.#eventsShown = run.events.length;
    this.#hasEnded = isOver;
    return {
      stdout: head + stdout + (hasStatistics ? renderStatistics(run, this.#manner) : ''),
      stderr,
    };
  }

  /** Only Ctrl-C is something that ping listens to. */
  signal(signal: Signal): void {
    if (this.#ping.isOver) return;
    if (signal !== 'SIGINT') this.#killedBy = signal;
    this.#ping.stop();
  }
}
