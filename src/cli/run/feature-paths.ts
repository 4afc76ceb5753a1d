/**
 * The features that a run was given: each path must lead somewhere, or the run would be green for
 * having run nothing.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { didYouMean } from '../../base/nearest-name';
import { wrongUse } from '../exit-code';

const DEFAULT_FOLDER = 'features';
/** `features/nat.feature:12:20` runs the scenarios at these lines. */
const LINES = /(:\d+)+$/;
const GLOB = /[*?{[]/;

/** @throws CliError where a path leads nowhere */
export function featurePaths(given: readonly string[]): readonly string[] {
  if (given.length === 0 && !existsSync(DEFAULT_FOLDER)) {
    throw wrongUse('there is no folder features here; say which features to run');
  }
  const paths = given.length === 0 ? [DEFAULT_FOLDER] : given;
  for (const path of paths) check(withoutLines(path));
  return paths;
}

/** The path without the lines that choose scenarios of it. */
export function withoutLines(path: string): string {
  return path.replace(LINES, '');
}

/**
 * The same as patterns, for Cucumber takes every path for one: what is there is meant as it is called, and a
 * folder means the features below it. The path itself goes along where its lines choose scenarios.
 */
export function patternsFor(path: string): readonly string[] {
  const there = withoutLines(path);
  if (!existsSync(there)) return [path];
  const pattern = there.replace(/[?*()[\]]/g, '[$&]').replace(/[{}]/g, '?');
  if (readable(there)) return [join(pattern, '**', '*.feature')];
  if (pattern === there) return [path];
  return path === there ? [pattern] : [pattern, path];
}

function check(path: string): void {
  if (existsSync(path)) {
    if (path.endsWith('.feature') || readable(path)) return;
    throw wrongUse(`${path} is not a feature: its name does not end in .feature`);
  }
  if (GLOB.test(path)) return;
  throw wrongUse(`there is no ${path}${didYouMean(path, neighboursOf(path))}`);
}

function readable(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** What somebody could have meant: features beside the path, and those of the same name elsewhere. */
function neighboursOf(path: string): readonly string[] {
  const folder = dirname(path);
  const beside = readable(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const below = readable(DEFAULT_FOLDER)
    ? readdirSync(DEFAULT_FOLDER, { recursive: true, encoding: 'utf8' })
        .filter((name) => basename(name) === basename(path))
        .map((name) => join(DEFAULT_FOLDER, name))
    : [];
  return below.length > 0 ? [path, ...below].slice(1) : beside;
}
