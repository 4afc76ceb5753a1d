/**
 * A folder in which the stand-in is kubectl and calicoctl, with its answers and what it was asked.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Answer {
  /** A regular expression that the call fits: the program's name and its words. */
  readonly pattern: string;
  readonly stdout?: string;
  /** In base64, before `stdout`. */
  readonly bytes?: string;
  readonly stderr?: string;
  readonly exit?: number;
}

export interface Call {
  readonly call: string;
  readonly stdin: string;
}

export class StandInFolder {
  readonly #folder = mkdtempSync(join(tmpdir(), 'calicumber-stand-in-'));

  /** @param programs those that are there */
  constructor(answers: readonly Answer[], programs: readonly string[] = ['kubectl', 'calicoctl']) {
    writeFileSync(join(this.#folder, 'calls.log'), '');
    writeFileSync(join(this.#folder, 'answers.json'), JSON.stringify(answers));
    for (const program of programs) {
      symlinkSync(join(__dirname, 'stand-in.js'), join(this.#folder, program));
    }
    symlinkSync(process.execPath, join(this.#folder, 'node'));
  }

  /** In which nothing else is found under those names. */
  environment(context: string | undefined): NodeJS.ProcessEnv {
    return {
      PATH: this.#folder,
      CALICUMBER_STAND_IN: this.#folder,
      ...(context === undefined ? {} : { CALICUMBER_KUBECTL_CONTEXT: context }),
    };
  }

  get calls(): readonly Call[] {
    const lines = readFileSync(join(this.#folder, 'calls.log'), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  remove(): void {
    // A program that was given up may still be writing its last line.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
