/** How a grading ends. */
import { EXIT } from '../exit-code';
import type { Judged } from './pool/work';

/** Says how many were graded. @returns the exit status: 2 where some could not be */
export function statusOf(judged: readonly Judged[]): number {
  const open = judged.filter(({ result }) => result.state === 'ungradable').length;
  process.stdout.write(`${judged.length - open} of ${judged.length} graded\n`);
  return open === 0 ? EXIT.held : EXIT.notEstablished;
}
