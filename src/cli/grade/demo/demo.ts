/**
 * `npm run demo:grade [folder]`: forty made submissions of a shipped assignment are graded, pages and
 * gradebook written.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../base/random';
import { packageRoot } from '../../../package/package-root';
import { version } from '../../version';
import { grade } from '../grade';
import { writeClass } from './made-class';

const ROOT = packageRoot();
const ASSIGNMENT = join(ROOT, 'courses', 'kans', 'two-nodes');
const SEED = 2026;

/** @param folder is emptied; everything is there afterwards */
export async function demo(folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeClass(ASSIGNMENT, folder, seededRandom(SEED));
  return grade({
    assignment: ASSIGNMENT,
    submissions: join(folder, 'submissions'),
    out: join(folder, 'graded'),
    jobs: 2,
    shard: undefined,
    audience: 'graded',
    isCodeAllowed: false,
    people: {
      roster: join(folder, 'roster.csv'),
      gradebook: join(folder, 'canvas.csv'),
    },
    version: version(),
  });
}

if (require.main === module) {
  void demo(process.argv[2] ?? join('reports', 'demo-class'));
}
