/**
 * The jobs of one host's shell, as `jobs` and `kill %1` know them (bash, jobs.c).
 */
import type { Thread } from '../time/thread';
import type { Destination, Destinations } from './destinations';

/** What is known of a job before it begins. */
export interface JobNature {
  /** As it was typed. */
  readonly text: string;
  /** Where its output goes; what goes to the terminal is shown while it runs. */
  readonly destinations: Destinations;
  /** It would go on with its next command when one is ended. */
  readonly isScript: boolean;
}

export interface Job extends JobNature {
  /** `%1`. */
  readonly number: number;
  readonly pid: number;
  readonly thread: Thread;
  readonly abort: AbortController;
  /** `undefined` as long as it runs. */
  exit: number | undefined;
  /** What it printed and nobody has shown yet. */
  stdout: string;
  stderr: string;
}

/** The shell itself has a number below. */
const FIRST_PID = 4711;

export class JobTable {
  readonly #jobs: Job[] = [];
  /** The statuses of those that are gone, by their process. */
  readonly #statuses = new Map<string, number>();
  #pid = FIRST_PID;

  get all(): readonly Job[] {
    return this.#jobs;
  }

  /** A number is free again when all above it are. */
  add({ text, destinations, isScript }: JobNature, thread: Thread): Job {
    const job: Job = {
      number: Math.max(0, ...this.#jobs.map(({ number }) => number)) + 1,
      pid: this.#pid,
      text,
      destinations,
      isScript,
      thread,
      abort: new AbortController(),
      exit: undefined,
      stdout: '',
      stderr: '',
    };
    this.#pid += 1;
    this.#jobs.push(job);
    return job;
  }

  /** What jobs have printed since somebody last looked; those that have ended are let go. */
  takeOutput(): { readonly stdout: string; readonly stderr: string } {
    let stdout = '';
    let stderr = '';
    for (const job of [...this.#jobs]) {
      const { stdout: out, stderr: err } = job.destinations;
      const live = [...job.thread.processes].map((running) =>
        running.takeOf(out === 'terminal', err === 'terminal'),
      );
      for (const printed of [...live, job]) {
        stdout += printed.stdout;
        stderr += printed.stderr;
      }
      job.stdout = '';
      job.stderr = '';
      if (job.exit === undefined) continue;
      this.#jobs.splice(this.#jobs.indexOf(job), 1);
      this.#statuses.set(String(job.pid), job.exit);
    }
    return { stdout, stderr };
  }

  /** What jobs have printed for a file, which they write when they end. */
  growthOf(path: string): string {
    const isHere = (to: Destination) => typeof to === 'object' && to.path === path;
    return this.#jobs
      .flatMap(({ destinations, thread }) =>
        [...thread.processes].map((running) => {
          const { stdout, stderr } = running.look();
          const out = isHere(destinations.stdout) && !running.holdsBack ? stdout : '';
          return (isHere(destinations.stderr) ? stderr : '') + out;
        }),
      )
      .join('');
  }

  /** What became of a job that is gone. */
  statusOf(pid: string): number | undefined {
    return this.#statuses.get(pid);
  }

  /** `%1`, `%%`, `%-`, `%tcpdump`, `4711`. */
  find(word: string): Job | undefined {
    if (!word.startsWith('%')) return this.#jobs.find(({ pid }) => String(pid) === word);
    const name = word.slice(1);
    if (name === '' || name === '%' || name === '+') return this.#jobs.at(-1);
    if (name === '-') return this.#jobs.at(-2) ?? this.#jobs.at(-1);
    if (/^\d+$/.test(name)) return this.#jobs.find(({ number }) => String(number) === name);
    return this.#jobs.find(({ text }) => text.startsWith(name));
  }
}
