/**
 * Finds the sentence of the catalogue that a line of text is, and its arguments, without a test runner.
 */
import {
  CucumberExpression,
  ParameterType,
  ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions';
import { type CatalogueEntry, catalogue } from './catalogue';

/** A sentence that a line fits. */
export interface StepMatch {
  readonly entry: CatalogueEntry;
  readonly args: readonly unknown[];
}

/** A reader of lines; every sentence that fits is in its answer, and there should be one. */
export function stepReader(): (line: string) => readonly StepMatch[] {
  const registry = new ParameterTypeRegistry();
  for (const { name, regexp, transformer } of catalogue().parameterTypes) {
    registry.defineParameterType(
      new ParameterType(name, regexp as RegExp, null, transformer ?? String, false, false),
    );
  }
  const expressions = catalogue().entries.map((entry) => ({
    entry,
    expression: new CucumberExpression(entry.pattern, registry),
  }));
  return (line) =>
    expressions.flatMap(({ entry, expression }) => {
      const match = expression.match(line);
      if (match === null) return [];
      return [{ entry, args: match.map((argument) => argument.getValue(undefined)) }];
    });
}
