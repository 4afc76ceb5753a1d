/** What was saved, sorted: which features it touches, and what is to be said where it touches none. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { LineSpan } from '../run/scenario-order';
import { featureName, type KnownFeatures } from './known-features';
import { featuresPlan, type Plan } from './plan';
import type { FileKind, WatchedFiles } from './watched-files';

export interface Saved {
  /** `undefined` where nothing is to be run. */
  readonly plan: Plan | undefined;
  /** Features that are there no longer. */
  readonly gone: readonly string[];
  /** What is to be told beside. */
  readonly words: readonly string[];
  readonly isSubmission: boolean;
}

const NAMED_MAX = 5;

/** @param paths absolute, of files that were saved or are gone; `features` learns of them */
export function sortSaves(
  paths: readonly string[],
  files: WatchedFiles,
  features: KnownFeatures,
): Saved {
  const ofKind = (kind: FileKind): readonly string[] =>
    paths.filter((path) => files.kindOf(path) === kind);
  const own = ofKind('feature').map(featureName);
  const gone = own.filter((name) => !existsSync(name));
  for (const name of gone) features.forget(name);
  const written = own.filter((name) => !gone.includes(name));
  const first = written
    .map((name) => features.take(name))
    .filter((span): span is LineSpan => span !== undefined);
  const inputs = ofKind('input').map((path) => ({ path, readers: features.readersOf(path) }));
  const submission = ofKind('submission');
  const touched = new Set([
    ...written,
    ...inputs.flatMap(({ readers }) => readers),
    ...(submission.length > 0 ? features.names : []),
  ]);
  const read = inputs.filter(({ readers }) => readers.length > 0).map(({ path }) => path);
  const title = titleOf([...own, ...[...read, ...submission].map(nameOf)]);
  return {
    plan: touched.size > 0 ? featuresPlan([...touched], first, title) : undefined,
    gone,
    words: [
      ...(touched.size === 0 && gone.length > 0 ? [`\n${title}`] : []),
      ...inputs
        .filter(({ readers }) => readers.length === 0)
        .map(({ path }) => `\nsaved: ${nameOf(path)}, which no feature reads`),
      ...ofKind('code').slice(0, 1).map(sayRestart),
    ],
    isSubmission: submission.length > 0,
  };
}

function sayRestart(path: string): string {
  return `\nsaved: ${nameOf(path)}, which is loaded once; end the watch and start it again to run with it`;
}

/** `saved: features/a.feature; gone: features/b.feature`. */
function titleOf(names: readonly string[]): string {
  const part = (word: string, own: readonly string[]): readonly string[] =>
    own.length === 0 ? [] : [`${word}: ${listOf(own)}`];
  return [
    ...part(
      'saved',
      names.filter((name) => existsSync(name)),
    ),
    ...part(
      'gone',
      names.filter((name) => !existsSync(name)),
    ),
  ].join('; ');
}

function listOf(names: readonly string[]): string {
  const named = names.slice(0, NAMED_MAX).join(', ');
  return names.length > NAMED_MAX ? `${named} and ${names.length - NAMED_MAX} more` : named;
}

function nameOf(path: string): string {
  return relative(process.cwd(), path);
}
