/**
 * A student's steps as files for the sandbox. They are compiled out here, which runs nothing of them, for
 * in there is no compiler.
 */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { packageOf, packageRoot } from '../../../package/package-root';
import { compileCode } from './compile-code';

const CODE = 'code';

/** Files of this program that untrusted readers cannot be made to load: src/cli/register.js. */
interface Register {
  readonly prepare: (file: string) => void;
}

/** @returns where it is @throws UngradableError where it is no TypeScript, with what the compiler says */
export function writeCode(folder: string, name: string, text: string): string {
  const { prepare }: Register = require('../../register');
  for (const file of ['src/cli/grade/code/child-run.ts', 'src/driver/remote/remote.ts']) {
    prepare(join(packageRoot(), file));
  }
  const path = join(folder, CODE, normalize(name).replace(/\.[jt]s$/i, '.js'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, compileCode(name, text));
  // One Cucumber for its steps and ours.
  const packages = join(folder, 'node_modules');
  const cucumber = packageOf('@cucumber/cucumber');
  if (cucumber !== undefined && !existsSync(packages))
    symlinkSync(dirname(dirname(cucumber)), packages);
  return path;
}
