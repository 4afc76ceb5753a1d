/** Labs and manifests that a sentence names are there. */
import type { MissingInput } from '../../spec/inputs';
import { renameTo } from '../rename';
import type { LintedFeature, Remark, Rule } from '../rule';

export const unknownFile: Rule = {
  id: 'unknown-file',
  says: 'The labs and manifests that sentences name are files below features/labs and features/manifests.',
  help: 'Write the file, or the name of one that there is.',
  severity: 'error',
  find: (feature) =>
    feature.spec.runs.flatMap((run) =>
      feature.scopeOf(run).missing.map((missing) => remark(missing, feature)),
    ),
};

function remark({ step, room, name, says }: MissingInput, { inputNames }: LintedFeature): Remark {
  return {
    place: step.text.placeOf(name.start, name.end),
    message: says,
    fix: renameTo(inputNames(room), step.text, name.start, name.end),
  };
}
