/**
 * What came of submissions, on the disk: each is written once, as soon as it is known, and is whole or not
 * there. A run that was killed goes on where it stopped.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Shape } from '../../grade/class/likeness';
import type { StudentResult } from '../../grade/model/result';
import { fileName } from './file-name';
import type { Judged } from './pool/work';

export class ResultFiles {
  readonly #results: string;
  readonly #shapes: string;

  /** @param out where everything of a grading goes */
  constructor(out: string) {
    this.#results = join(out, 'results');
    this.#shapes = join(out, 'shapes');
    for (const folder of [this.#results, this.#shapes]) mkdirSync(folder, { recursive: true });
  }

  /** What was found of the same submission by the same program before; `undefined` where nothing was. */
  known(student: string, digest: string): Judged | undefined {
    const judged = this.#read(fileName(student));
    return judged?.result.digest === digest ? judged : undefined;
  }

  /** In the order of the names of students. */
  all(): readonly Judged[] {
    return readdirSync(this.#results)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => this.#read(name.slice(0, -'.json'.length)) ?? [])
      .sort((one, other) => (one.result.student < other.result.student ? -1 : 1));
  }

  /** The result last, for who has a result has all. */
  write({ result, shape }: Judged): void {
    const name = `${fileName(result.student)}.json`;
    writeWhole(join(this.#shapes, name), `${JSON.stringify(shape)}\n`);
    writeWhole(join(this.#results, name), `${JSON.stringify(result, undefined, 2)}\n`);
  }

  #read(name: string): Judged | undefined {
    try {
      const read = (folder: string) =>
        JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      return {
        result: read(this.#results) as StudentResult,
        shape: read(this.#shapes) as Shape,
      };
    } catch {
      // None yet, or somebody else's.
      return undefined;
    }
  }
}

/**
 * A file that is there with all of its text, or not at all. One that was never finished is written over
 * when its student is graded again.
 */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}
