/** The lint for many features, which share sentences, labs and manifests. */
import type { ReadInput } from '../../steps/support/world';
import { sentenceFinder, specReader } from '../spec/read-spec';
import { scopeReader } from '../spec/scope';
import { lintFeature } from './lint-feature';
import type { Finding } from './rule';

/** Where the labs and manifests of features are. */
export interface InputFiles {
  readonly inputsOf: (feature: string) => ReadInput;
  readonly namesOf: (feature: string, room: 'labs' | 'manifests') => readonly string[];
}

/** Finds what there is to find in the text of a feature. */
export type Linter = (path: string, text: string) => readonly Finding[];

export function newLinter({ inputsOf, namesOf }: InputFiles): Linter {
  const fits = sentenceFinder();
  const readSpec = specReader(fits);
  const scopeOf = scopeReader();
  return (path, text) =>
    lintFeature({
      spec: readSpec(path, text),
      fits,
      scopeOf: (run) => scopeOf(run, inputsOf(path)),
      inputNames: (room) => namesOf(path, room),
    });
}
