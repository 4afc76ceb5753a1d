/**
 * A sandbox for the code of students: bubblewrap (bwrap(1)) shows it this program, its own folder and nothing
 * else, without a network and with nothing to write but a folder in memory; prlimit(1) bounds its time and memory.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HandedIn } from '../../../../steps/support/handed-in';
import { packageRoot, packagesFolder } from '../../../package/package-root';

export interface CodeOrder {
  readonly paths: readonly string[];
  /** Files with steps, which Cucumber loads. */
  readonly code: readonly string[];
  readonly seed: number;
  readonly handedIn?: HandedIn;
}

/** Where the process writes Cucumber's messages; see the protocol of the remote driver for the others. */
export const MESSAGES_FD = 5;

/** Of this program no more than steps need: no assignment, no reference, nobody's home. */
const SHOWN = ['src', 'steps', 'dist', 'node_modules', 'package.json', 'tsconfig.json', 'features'];

/** Of the system. */
const SYSTEM = ['/usr', '/bin', '/lib', '/lib64'];

/** Node maps more than it uses. */
const ADDRESS_SPACE_BYTES = 4 * 1024 ** 3;
const FILE_BYTES = 64 * 1024 ** 2;
const PROCESSES = 64;

/** @param folder the student's, with the features and the code */
export function sandboxWords(folder: string, order: CodeOrder, seconds: number): readonly string[] {
  const root = packageRoot();
  const own = SHOWN.map((name) => join(root, name));
  return [
    'bwrap',
    ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
    ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...shown([...SYSTEM, packagesFolder()]),
    // Where this program lies among the packages, all of it would be seen.
    ...['--tmpfs', root, ...shown(own), '--remount-ro', root],
    ...shown([process.execPath, folder]),
    ...['--setenv', 'PATH', '/usr/bin:/bin', '--setenv', 'HOME', '/tmp', '--chdir', folder],
    'prlimit',
    ...[`--cpu=${seconds}`, `--as=${ADDRESS_SPACE_BYTES}`, `--fsize=${FILE_BYTES}`],
    ...[`--nproc=${PROCESSES}`, '--core=0', '--'],
    ...[process.execPath, join(__dirname, 'child.js'), JSON.stringify(order)],
  ];
}

/** What is not there is left out. */
function shown(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]);
}

/** Tries it. @returns what keeps it from being used; `undefined` where nothing does */
export function missingForSandbox(): string | undefined {
  const words = ['--unshare-all', '--ro-bind', '/', '/', 'prlimit', '--cpu=1', '--', 'true'];
  const { error, status, stderr } = spawnSync('bwrap', words, { encoding: 'utf8' });
  if (error !== undefined) return 'bubblewrap: apt-get install bubblewrap';
  return status === 0 ? undefined : `namespaces for bubblewrap: ${stderr.trim()}`;
}
