/** A program of a job: what it has printed so far can be looked at without being taken. */
import type { Process, Signal } from '../../commands/command';

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

export class JobProcess implements Process {
  readonly #program: Process;
  #stdout = '';
  #stderr = '';

  constructor(program: Process) {
    this.#program = program;
  }

  get end(): Process['end'] {
    return this.#program.end;
  }

  get patienceMs(): number {
    return this.#program.patienceMs;
  }

  get holdsBack(): boolean {
    return this.#program.holdsBack === true;
  }

  look(): Printed {
    const { stdout, stderr } = this.#program.take();
    this.#stdout += stdout;
    this.#stderr += stderr;
    return { stdout: this.#stdout, stderr: this.#stderr };
  }

  take(): Printed {
    return this.takeOf(true, true);
  }

  /** Takes what goes to one of the two, or to both. */
  takeOf(stdout: boolean, stderr: boolean): Printed {
    const seen = this.look();
    if (stdout) this.#stdout = '';
    if (stderr) this.#stderr = '';
    return { stdout: stdout ? seen.stdout : '', stderr: stderr ? seen.stderr : '' };
  }

  signal(signal: Signal): void {
    this.#program.signal(signal);
  }
}
