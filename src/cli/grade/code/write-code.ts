/**
 * A student's steps as files for the sandbox. They are compiled out here, which runs nothing of them, for
 * in there is no compiler.
 */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { UngradableError } from '../../../grade/submissions/submission';

const ROOT = join(__dirname, '..', '..', '..', '..');
const CODE = 'code';
const COMPLAINT_MAX = 300;

/** JavaScript that untrusted readers cannot be made to load: src/cli/register.js. */
interface Register {
  readonly compiled: (text: string, file: string) => string;
  readonly prepare: (file: string) => void;
}

/** @returns where it is @throws UngradableError where it is no TypeScript, with what the compiler says */
export function writeCode(folder: string, name: string, text: string): string {
  const register: Register = require('../../register');
  for (const file of ['src/cli/grade/code/child-run.ts', 'src/driver/remote/remote.ts']) {
    register.prepare(join(ROOT, file));
  }
  const path = join(folder, CODE, normalize(name).replace(/\.[jt]s$/i, '.js'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, compiledBy(register, name, text));
  // One Cucumber for its steps and ours.
  const packages = join(folder, 'node_modules');
  if (!existsSync(packages)) symlinkSync(join(ROOT, 'node_modules'), packages);
  return path;
}

function compiledBy({ compiled }: Register, name: string, text: string): string {
  try {
    return compiled(text, join(ROOT, name.replace(/\.js$/i, '.ts')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const words = message.replaceAll(join(ROOT, '/'), '').replace(/\s+/g, ' ').trim();
    throw new UngradableError(`${name}: ${words.slice(0, COMPLAINT_MAX)}`);
  }
}
