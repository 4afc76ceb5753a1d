/**
 * Somebody who has nothing but the packed file: a folder of their own, a Node of their own, and npm.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { packageRoot } from './package-root';

/** What was downloaded before is taken from npm's cache. */
const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund'];

export class Stranger {
  readonly folder = mkdtempSync(join(tmpdir(), 'calicumber-stranger-'));
  /** Of the `node` that comes first for them. */
  readonly #bin: string;

  constructor(bin = dirname(process.execPath)) {
    this.#bin = bin;
  }

  /** @throws Error where npm says no */
  install(...packages: readonly string[]): void {
    const { status, stderr } = this.type('npm', ...INSTALL, ...packages);
    if (status !== 0) throw new Error(stderr);
  }

  /** What is typed into a terminal, started in their folder. */
  type(program: string, ...words: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(program, words, {
      cwd: this.folder,
      env: environment(this.#bin),
      encoding: 'utf8',
    });
  }

  calicumber(...words: readonly string[]): SpawnSyncReturns<string> {
    return this.type('npx', 'calicumber', ...words);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Without what npm tells a test that it has started itself. */
function environment(bin: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name));
  const path = [bin, process.env['PATH']].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1' };
}

/**
 * `npm pack`, as a checkout's owner types it.
 * @returns the file
 * @throws Error with what npm says
 */
export function pack(folder: string): string {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--pack-destination', folder], {
    cwd: packageRoot(),
    env: environment(dirname(process.execPath)),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return join(folder, stdout.trim().split('\n').at(-1) ?? '');
}
