/**
 * The patterns of the catalogue as Cucumber Expressions, in every language, without a test runner.
 */
import {
  CucumberExpression,
  ParameterType,
  ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions';
import { type CatalogueEntry, catalogue, type Wording } from './catalogue';

export interface WordingExpression {
  readonly entry: CatalogueEntry;
  readonly wording: Wording;
  readonly expression: CucumberExpression;
}

/** Of all that is defined when this is called. */
export function catalogueExpressions(): readonly WordingExpression[] {
  const registry = catalogueRegistry();
  return catalogue().entries.flatMap((entry) =>
    entry.wordings.map((wording) => ({
      entry,
      wording,
      expression: new CucumberExpression(wording.pattern, registry),
    })),
  );
}

/** Every kind of argument, Cucumber's own among them. */
export function catalogueRegistry(): ParameterTypeRegistry {
  const registry = new ParameterTypeRegistry();
  for (const { name, regexp, transformer } of catalogue().parameterTypes) {
    registry.defineParameterType(
      new ParameterType(name, regexp as RegExp, null, transformer ?? String, false, false),
    );
  }
  return registry;
}
