/**
 * Where the thing that is pointed at is defined: a name in a lab or a manifest, a file itself, and everything
 * else with the sentence in the source of the steps.
 */
import type { Location } from 'vscode-languageserver';
import { type OpenFeature, rangeIn, rangeOf } from './open-feature';
import { inputNamedBy } from './scope/input-named';
import { nameOf } from './scope/offered-names';
import type { ScopeAt } from './scope/scopes';
import { placeOf } from './sentence-place';
import type { PointedStep } from './step-at';
import type { Surroundings } from './surroundings';

export function definitionOf(
  feature: OpenFeature,
  { step, fit, argument }: PointedStep,
  { scope, names }: ScopeAt,
  { stepFiles, uriOf }: Surroundings,
): Location | undefined {
  if (argument !== undefined && scope !== undefined) {
    const path = inputNamedBy(argument, step, scope)?.path;
    if (path !== undefined) return { uri: uriOf(path), range: rangeIn(0, 0, 0) };
    const name = nameOf(argument.written, names)?.name;
    const definition = name && scope.definitionOf(name);
    if (definition !== undefined) {
      const { path: file, place } = definition;
      return { uri: file === undefined ? feature.uri : uriOf(file), range: rangeOf(place) };
    }
  }
  return placeOf(fit.wording, stepFiles());
}
