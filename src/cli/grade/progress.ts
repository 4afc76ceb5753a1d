/**
 * How far a class is: a line that is written over in a terminal, one line for each student elsewhere.
 */
import type { StudentResult } from '../../grade/model/result';
import { shown } from '../../report/words/shown';

export interface Progress {
  begin(student: string): void;
  finish(result: StudentResult): void;
  end(): void;
}

const BAR_WIDTH = 24;
const NAME_MAX = 80;
const REASON_MAX = 400;
const CLEAR_LINE = '\r\u001b[2K';

/** @param all how many submissions there are */
export function progressOn(all: number): Progress {
  return process.stdout.isTTY ? new ProgressBar(all) : new ProgressLines();
}

class ProgressLines implements Progress {
  begin(): void {}

  finish(result: StudentResult): void {
    process.stdout.write(`${lineOf(result)}\n`);
  }

  end(): void {}
}

/** In one line, whatever it is. */
function nameOf(student: string): string {
  return shown(student, NAME_MAX).replace(/\s/g, ' ');
}

/** Names and reasons quote students, who may have written what a terminal obeys. */
function lineOf({ student, state, score, maxScore, problems }: StudentResult): string {
  const name = nameOf(student);
  if (state === 'graded') return `${name}: ${score} of ${maxScore}`;
  return `${name}: not graded: ${shown(problems.at(-1)?.split('\n')[0] ?? '', REASON_MAX)}`;
}

class ProgressBar implements Progress {
  readonly #all: number;
  readonly #startMs = performance.now();
  readonly #running = new Set<string>();
  #done = 0;

  constructor(all: number) {
    this.#all = all;
  }

  begin(student: string): void {
    this.#running.add(student);
    this.#draw();
  }

  finish(result: StudentResult): void {
    this.#running.delete(result.student);
    this.#done += 1;
    if (result.state === 'ungradable') process.stdout.write(`${CLEAR_LINE}${lineOf(result)}\n`);
    this.#draw();
  }

  end(): void {
    process.stdout.write(CLEAR_LINE);
  }

  #draw(): void {
    const full = Math.round((this.#done / Math.max(1, this.#all)) * BAR_WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`;
    const text = `${bar} ${this.#done} of ${this.#all}${this.#timeLeft()}  ${nameOf([...this.#running].join(', '))}`;
    process.stdout.write(`${CLEAR_LINE}${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
  }

  #timeLeft(): string {
    if (this.#done === 0) return '';
    const seconds = (performance.now() - this.#startMs) / 1000;
    const left = Math.ceil((seconds / this.#done) * (this.#all - this.#done));
    return `, about ${left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`} left`;
  }
}
