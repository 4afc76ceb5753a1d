/**
 * What a report takes from a feature's text beside its compiled scenarios (`GherkinDocument` of
 * @cucumber/messages): its name and its words, the keyword that each sentence was written with, and the
 * rule that each scenario stands under.
 */
import type { Feature, FeatureChild, GherkinDocument } from '@cucumber/messages';
import { publicPath } from './public-words';

export interface FeatureWords {
  /** As people call the file: relative to where the run was started. */
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  /** From the id of a step to `Given `, `When `, … in the language of the feature. */
  readonly keywords: ReadonlyMap<string, string>;
  /** From the id of a scenario to the name of its rule. */
  readonly rules: ReadonlyMap<string, string>;
}

export function featureWords({ uri = '', feature }: GherkinDocument): FeatureWords {
  const path = publicPath(uri);
  const children = feature?.children ?? [];
  return {
    uri: path,
    name: feature?.name || path,
    description: feature?.description ?? '',
    keywords: new Map(feature === undefined ? [] : keywordsOf(feature)),
    rules: new Map(children.flatMap(ruleOfEach)),
  };
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

function ruleOfEach({ rule }: FeatureChild): readonly (readonly [string, string])[] {
  if (rule === undefined) return [];
  return rule.children.flatMap(({ scenario }) =>
    scenario === undefined ? [] : [[scenario.id, rule.name] as const],
  );
}
