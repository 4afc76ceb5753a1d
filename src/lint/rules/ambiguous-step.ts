/** A step fits one sentence only. */
import type { Rule } from '../rule';

export const ambiguousStep: Rule = {
  id: 'ambiguous-step',
  says: 'A step fits exactly one sentence.',
  help: 'Say it in another way; calicumber steps lists the sentences.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ steps }) =>
      steps
        .filter(({ fits }) => fits.length > 1)
        .map(({ text, fits }) => ({
          place: text.place,
          message: `this can be read in ${fits.length} ways: ${fits.map(({ wording }) => `"${wording.pattern}"`).join(', ')}`,
        })),
    ),
};
