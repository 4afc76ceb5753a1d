/**
 * Tests that need namespaces: where there can be none they are skipped with one notice, in CI they fail.
 */
import type { Context } from 'mocha';
import { missingForNetns } from '../requirements';

let hasSaidSo = false;

/** For `before`: skips what follows where this machine lacks something. */
export function skipWhereImpossible(this: Context): void {
  const missing = missingForNetns();
  if (missing.length === 0 || process.env['CALICUMBER_COMPULSORY'] === '1') return;
  if (!hasSaidSo) {
    process.stderr.write(`the driver netns is not tested here: it wants ${missing.join('; ')}\n`);
  }
  hasSaidSo = true;
  this.skip();
}
