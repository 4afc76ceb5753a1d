/**
 * The captures of a comparison: `compare/3-sim.pcapng` and `compare/3-netns.pcapng` in the folder of reports.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureOf } from '../../report/gather/capture-of';
import type { CapturedFrame } from '../../trace/trace';
import { wrongUse } from '../exit-code';

const FOLDER = 'compare';
/** Such names only are ever removed. */
const OURS = /^\d+-[\w-]+\.pcapng$/;

export class ComparedCaptures {
  readonly #reports: string;

  /**
   * Removes the captures of the comparison before.
   * @throws CliError where nothing can be written there
   */
  constructor(reports: string) {
    this.#reports = reports;
    const folder = join(reports, FOLDER);
    try {
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)) {
        if (OURS.test(name)) rmSync(join(folder, name));
      }
    } catch (error) {
      throw wrongUse(`the report cannot be written to ${reports}: ${String(error)}`);
    }
  }

  /** @returns the path within the folder of reports */
  write(number: number, driver: string, frames: readonly CapturedFrame[]): string {
    const path = `${FOLDER}/${number}-${driver}.pcapng`;
    writeFileSync(join(this.#reports, path), captureOf(frames));
    return path;
  }
}
