/**
 * What a reader does who does all that a document shows: files are written and commands called, one after
 * the other. All calls are made in one process, for each process would load the program anew.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../pages';

export type Deed =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'call'; readonly folder: string; readonly words: readonly string[] };

export interface Called {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does all of it; a result for each call. */
export function doAll(deeds: readonly Deed[]): readonly Called[] {
  const register = join(ROOT, 'src', 'cli', 'register.js');
  const child = join(__dirname, 'do-all.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-r', register, child], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1' },
    input: JSON.stringify(deeds),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`the commands of the documents could not be called: ${stderr}`);
  return JSON.parse(stdout);
}
