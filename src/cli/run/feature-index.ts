/**
 * What a feature's text says that its compiled scenarios do not: the keywords of the steps, and which
 * scenarios were written but came to nothing.
 */
import type { GherkinDocument, PickleStep, Scenario, Step } from '@cucumber/messages';

export interface FeatureIndex {
  /** The sentence as it was written, with its keyword; an outline's with its values. */
  sentence(step: PickleStep): string;
  /** @param used the ids of all nodes that became scenarios */
  withoutScenario(used: ReadonlySet<string>): readonly string[];
}

export function indexFeature({ uri = '', feature }: GherkinDocument): FeatureIndex {
  const scenarios: Scenario[] = [];
  const steps = new Map<string, Step>();
  const children = feature?.children ?? [];
  const all = children.flatMap((child) => [child, ...(child.rule?.children ?? [])]);
  for (const { background, scenario } of all) {
    if (scenario !== undefined) scenarios.push(scenario);
    for (const step of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) {
      steps.set(step.id, step);
    }
  }
  return {
    sentence({ text, astNodeIds: [id = ''] }) {
      return `${steps.get(id)?.keyword ?? ''}${text}`;
    },
    withoutScenario(used) {
      if (feature === undefined) return [`${uri}: there is no feature in this file`];
      if (scenarios.length === 0) {
        return [`${uri}:${feature.location.line}: there is no scenario in this feature`];
      }
      return scenarios
        .filter(({ id }) => !used.has(id))
        .map(({ location, name }) => `${uri}:${location.line}: ${name}: no row under Examples`);
    },
  };
}
