/**
 * What a result tells its student, and what a folder of results holds.
 */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StudentResult } from '../../../grade/model/result';
import type { Expected } from './attack.fixture';

/** Problems, and why checks and scenarios of his own did not hold, a line each. */
export function toldIn({ problems, tasks }: StudentResult): string {
  const checks = tasks.flatMap((task) => task.checks.map(({ why }) => why));
  const scenarios = tasks
    .flatMap(({ specification }) => specification?.scenarios ?? [])
    .map(({ where, state, why }) => `${where}: ${state}: ${why}`);
  return [...problems, ...checks, ...scenarios].filter((line) => line !== '').join('\n');
}

/** `undefined` where it is as expected; else what it is. */
export function otherThan(expected: Expected, result: StudentResult): string | undefined {
  const told = toldIn(result);
  const isScored = expected.state === 'ungradable' || result.score === expected.score;
  const isTold = expected.message === undefined || expected.message.test(told);
  if (result.state === expected.state && isScored && isTold) return undefined;
  return `${result.state}, score ${result.score}: ${told}`;
}

/** The texts of all files below a folder, by their paths in it. */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Of all that is below a folder: names, sizes and kinds; links are not followed, names are bytes. */
export function factsIn(folder: Buffer): readonly string[] {
  return readdirSync(folder, 'buffer').flatMap((name) => {
    const path = Buffer.concat([folder, Buffer.from('/'), name]);
    const stat = lstatSync(path);
    const fact = `${path.toString('latin1')} ${stat.size} ${stat.mode} ${stat.mtimeMs}`;
    return [fact, ...(stat.isDirectory() ? factsIn(path) : [])];
  });
}
