/** The cluster takes the manifests that a scenario applies. */
import type { RefusedInput } from '../../spec/scope';
import type { Remark, Rule } from '../rule';

export const refusedManifest: Rule = {
  id: 'refused-manifest',
  says: 'The cluster takes the manifests that a scenario applies.',
  help:
    'Put right what the message names. If the refusal is what the scenario is about, say ' +
    '"When these manifests are tried:".',
  severity: 'error',
  find: ({ spec, scopeOf }) => spec.runs.flatMap((run) => scopeOf(run).refused.flatMap(remark)),
};

/** At the line of the feature where the manifest stands, or at the sentence that names its file. */
function remark({ input, place, reason }: RefusedInput): readonly Remark[] {
  const { step, path, source } = input;
  if (path === undefined) return [{ place, message: reason }];
  if (step === undefined) return [];
  const where = `${source}:${place.line}:${place.column}`;
  return [{ place: step.text.place, message: `${where}: ${reason}` }];
}
