/** What stands below a sentence is what the sentence wants: a table, a text, or nothing. */
import type { CatalogueEntry } from '../../../steps/support/catalogue';
import { type Step, sentenceOf } from '../../spec/spec';
import type { LintedFeature, Rule } from '../rule';

export const wrongBlock: Rule = {
  id: 'wrong-block',
  says: 'A sentence that ends in a colon has its table or its text below it, and no other sentence has.',
  help: 'calicumber steps shows an example of each sentence.',
  severity: 'error',
  find: ({ spec, fits }) =>
    spec.runs.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const message = whyWrong(step, fits);
        return message === undefined ? [] : [{ place: step.written.place, message }];
      }),
    ),
};

function whyWrong(step: Step, fits: LintedFeature['fits']): string | undefined {
  const fit = sentenceOf(step);
  if (fit === undefined) return undefined;
  const wanted = wantedBy(fit.entry, fits);
  const { table, docString } = step;
  const there = table !== undefined ? 'table' : docString !== undefined ? 'text' : undefined;
  if (wanted === there) return undefined;
  if (wanted === undefined) return `this sentence takes no ${there} below it`;
  const words = wanted === 'table' ? 'a table (| … |)' : 'a text (between lines of """)';
  return there === undefined
    ? `${words} is missing below this sentence`
    : `${words} must stand below this sentence, not a ${there}`;
}

/** What the example of a sentence has below it. */
function wantedBy(
  entry: CatalogueEntry,
  fits: LintedFeature['fits'],
): 'table' | 'text' | undefined {
  if (!entry.pattern.endsWith(':')) return undefined;
  const lines = entry.example.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) =>
    fits(line.replace(/^\w+ /, '')).some((fit) => fit.entry === entry),
  );
  return lines[at + 1]?.startsWith('|') === true ? 'table' : 'text';
}
