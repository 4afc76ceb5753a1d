/** An argument is a value of its kind: 300.1.1.1 is no address, 70000 no port. */
import { NotEstablishedError } from '../../../steps/support/not-established';
import type { WrittenArgument } from '../../../steps/support/read-step';
import { sentenceOf } from '../../spec/spec';
import type { Rule } from '../rule';

export const impossibleValue: Rule = {
  id: 'impossible-value',
  says: 'An address, a port or a drop reason in a sentence is one that there can be.',
  help: 'Write a value of the kind that the message names.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        (sentenceOf(step)?.written ?? []).flatMap((argument) => {
          const message = whyImpossible(argument);
          const { start, end } = argument;
          return message === undefined ? [] : [{ place: step.text.placeOf(start, end), message }];
        }),
      ),
    ),
};

function whyImpossible({ value }: WrittenArgument): string | undefined {
  try {
    value();
    return undefined;
  } catch (error) {
    if (error instanceof NotEstablishedError) return error.message;
    throw error;
  }
}
