/** The version of this program, as its package says it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package/package-root';

export function version(): string {
  const file = join(packageRoot(), 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
