/**
 * Finds the sentence of the catalogue that a line of text is, and its arguments, without a test runner.
 */
import { type CatalogueEntry, inOrder, type Wording } from './catalogue';
import { catalogueExpressions } from './expressions';

/** A sentence that a line fits. */
export interface StepMatch {
  readonly entry: CatalogueEntry;
  /** In the language of the line. */
  readonly wording: Wording;
  /** In the order of the step's function. */
  readonly args: readonly unknown[];
}

/** A reader of lines; every sentence that fits is in its answer, and there should be one. */
export function stepReader(): (line: string) => readonly StepMatch[] {
  const expressions = catalogueExpressions();
  return (line) =>
    expressions.flatMap(({ entry, wording, expression }) => {
      const match = expression.match(line);
      if (match === null) return [];
      const args = match.map((argument) => argument.getValue(undefined));
      return [{ entry, wording, args: inOrder(wording, args) }];
    });
}
