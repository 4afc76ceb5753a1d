/** The lab is named first, and once. The runtime demands the same (steps/support/world.ts). */
import { idOf } from '../../spec/spec';
import type { Rule } from '../rule';

export const lateLab: Rule = {
  id: 'late-lab',
  says: 'A scenario names its lab before anything else, and names one.',
  help: 'Move "Given the lab …" to the top. If the Background names a lab, scenarios cannot name another.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ steps }) =>
      steps
        .filter((step, at) => at > 0 && idOf(step) === 'lab')
        .slice(0, 1)
        .map(({ written }) => ({
          place: written.place,
          message: 'the lab comes first: the cluster was built already',
        })),
    ),
};
