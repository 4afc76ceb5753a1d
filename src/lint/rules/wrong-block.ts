/** What stands below a sentence is what the sentence wants: a table, a text, or nothing. */
import { wrongBlock as whyWrong } from '../../../steps/support/block';
import { sentenceOf } from '../../spec/spec';
import type { Rule } from '../rule';

export const wrongBlock: Rule = {
  id: 'wrong-block',
  says: 'A sentence that ends in a colon has its table or its text below it, and no other sentence has.',
  help: 'calicumber steps shows an example of each sentence.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const fit = sentenceOf(step);
        if (fit === undefined) return [];
        const { table, docString } = step;
        const there = table !== undefined ? 'table' : docString !== undefined ? 'text' : undefined;
        const message = whyWrong(fit.entry, there);
        return message === undefined ? [] : [{ place: step.written.place, message }];
      }),
    ),
};
