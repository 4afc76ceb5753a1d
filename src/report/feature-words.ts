/**
 * What a report takes from a feature's text beside its compiled scenarios (`GherkinDocument` of
 * @cucumber/messages): its name and its words, and the keyword that each sentence was written with.
 */
import type { Feature, GherkinDocument, PickleStep } from '@cucumber/messages';

export interface FeatureWords {
  /** As people call the file: relative to where the run was started. */
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  /** From the id of a step to `Given`, `When`, … in the language of the feature. */
  readonly keywords: ReadonlyMap<string, string>;
}

export function featureWords({ uri = '', feature }: GherkinDocument): FeatureWords {
  const path = publicPath(uri);
  return {
    uri: path,
    name: feature?.name || path,
    description: feature?.description ?? '',
    keywords: new Map(feature === undefined ? [] : keywordsOf(feature)),
  };
}

/** `Given the manifests "one-pod"`. */
export function sentenceOf(step: PickleStep, words: FeatureWords | undefined): string {
  return `${words?.keywords.get(step.astNodeIds[0] ?? '') ?? ''}${step.text}`;
}

/** A path that names nobody's folders: of one that leads out of where we are, only the last part. */
export function publicPath(uri: string): string {
  const path = uri.replaceAll('\\', '/');
  return /^(\/|[a-z]:|\.\.\/|file:)/i.test(path) ? path.slice(path.lastIndexOf('/') + 1) : path;
}

function keywordsOf({ children }: Feature): readonly (readonly [string, string])[] {
  return children
    .flatMap((child) => [child, ...(child.rule?.children ?? [])])
    .flatMap(({ background, scenario }) => [
      ...(background?.steps ?? []),
      ...(scenario?.steps ?? []),
    ])
    .map(({ id, keyword }) => [id, keyword] as const);
}
