/**
 * The files that a command was given, of whatever kind: folders with all features in them, features, and
 * patterns. Lines behind a path choose scenarios of it, and here all of it is meant.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { matchPaths } from '../../grade/assignment/match-paths';
import { nothingEstablished } from '../exit-code';
import { featurePaths, withoutLines } from './feature-paths';

/**
 * Paths with slashes, each once, in the order of the alphabet within what was given.
 * @throws CliError where a path leads nowhere, or there is no feature at all
 */
export function featureFiles(given: readonly string[]): readonly string[] {
  const paths = featurePaths(given).map(withoutLines);
  const files = [...new Set(paths.flatMap(filesAt))];
  if (files.length > 0) return files;
  throw nothingEstablished(`there is no feature in ${paths.join(', ')}`);
}

function filesAt(path: string): readonly string[] {
  const plain = normalize(path).split(sep).join('/');
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true) return featuresIn(plain);
  if (entry !== undefined) return [plain];
  // The folders before the first wildcard are there by their names.
  const root = plain.split('/').slice(
    0,
    plain.split('/').findIndex((part) => /[*?{[]/.test(part)),
  );
  const folder = root.join('/') || '.';
  return existsSync(folder) ? matchPaths(plain, featuresIn(folder)) : [];
}

function featuresIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature') && !name.includes('node_modules'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();
}
