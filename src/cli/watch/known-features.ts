/**
 * What a watch knows of features: their texts as they were last seen, and which labs and manifests each of
 * them looked for when it was last run. From that follows what a save touches.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { InputFollower } from '../../../steps/support/feature-inputs';
import type { LineSpan } from '../run/scenario-order';
import { changedLines } from './changed-lines';

export class KnownFeatures {
  /** By the path from where the watch was started, as Cucumber names features. */
  readonly #texts = new Map<string, string>();
  /** Absolute paths, by the names of features. */
  readonly #inputs = new Map<string, ReadonlySet<string>>();
  /** Of the run that is going on. */
  #following = new Map<string, Set<string>>();

  /** @param given features and folders of features */
  constructor(given: readonly string[]) {
    for (const path of given.flatMap(featuresIn)) this.#texts.set(path, textOf(path));
  }

  get names(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** Follows what features read, until `learn` says that a run is over. */
  readonly follow: InputFollower = (feature, places) => {
    const seen = this.#following.get(feature) ?? new Set();
    for (const place of places) seen.add(place);
    this.#following.set(feature, seen);
  };

  /** @param isPart whether only some of the scenarios of each feature were run */
  learn(isPart: boolean): void {
    for (const [feature, places] of this.#following) {
      const before = isPart ? (this.#inputs.get(feature) ?? []) : [];
      this.#inputs.set(feature, new Set([...before, ...places]));
    }
    this.#following = new Map();
  }

  /** The features that look for this lab or manifest; of one that was never run its text tells. */
  readersOf(input: string): readonly string[] {
    const words = `"${basename(input, '.yaml')}"`;
    return this.names.filter(
      (name) => this.#inputs.get(name)?.has(input) ?? this.#texts.get(name)?.includes(words),
    );
  }

  /** @returns where a feature that was saved differs from what it was before; `undefined` where nowhere */
  take(feature: string): LineSpan | undefined {
    const before = this.#texts.get(feature) ?? '';
    const text = textOf(feature);
    this.#texts.set(feature, text);
    const lines = changedLines(before, text);
    return lines === undefined ? undefined : { uri: feature, ...lines };
  }

  forget(feature: string): void {
    this.#texts.delete(feature);
    this.#inputs.delete(feature);
  }
}

/** The path of a feature, as Cucumber names it. */
export function featureName(path: string): string {
  return relative(process.cwd(), resolve(path));
}

function featuresIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [featureName(path)];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .map((name) => featureName(join(path, name)));
}

/** Empty for a file that is gone by now. */
function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
