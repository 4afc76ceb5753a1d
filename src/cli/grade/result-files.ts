/**
 * Results on the disk: each is written once, as soon as it is known, and is whole or not there. A run that
 * was killed goes on where it stopped.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StudentResult } from '../../grade/model/result';

export class ResultFiles {
  readonly #folder: string;

  /** @param out where everything of a grading goes */
  constructor(out: string) {
    this.#folder = join(out, 'results');
    mkdirSync(this.#folder, { recursive: true });
  }

  /** What was found of the same submission by the same program before; `undefined` where nothing was. */
  known(student: string, digest: string): StudentResult | undefined {
    try {
      const result: StudentResult = JSON.parse(readFileSync(this.#pathOf(student), 'utf8'));
      return result.digest === digest ? result : undefined;
    } catch {
      // None yet, or somebody else's.
      return undefined;
    }
  }

  write(result: StudentResult): void {
    const path = this.#pathOf(result.student);
    const unfinished = `${path}.${process.pid}`;
    const file = openSync(unfinished, 'w');
    try {
      writeSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  }

  #pathOf(student: string): string {
    return join(this.#folder, `${fileName(student)}.json`);
  }
}

/** Letters and digits of any language; what is anything else stands as its code point, so that no two meet. */
export function fileName(student: string): string {
  return student.replace(
    /[^\p{L}\p{N}_-]/gu,
    (character) => `.${character.codePointAt(0)?.toString(16)}.`,
  );
}
