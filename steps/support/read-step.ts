/**
 * Finds the sentence of the catalogue that a line of text is, and its arguments, without a test runner.
 */
import type { Argument, Group } from '@cucumber/cucumber-expressions';
import { type CatalogueEntry, inOrder, type Wording } from './catalogue';
import { catalogueExpressions, type WordingExpression } from './expressions';

/** A stretch of a line, in UTF-16 units of it; `end` is the first after it. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An argument as it stands in a line; of a quoted one what is inside of the quotes. */
export interface WrittenArgument extends Stretch {
  /** As a pattern names it in braces: `pod`, `string`. */
  readonly kind: string;
  /** What the groups of its regular expression took; `undefined` for one that took no part. */
  readonly groups: readonly (Stretch | undefined)[];
  /** @throws NotEstablishedError where the text is no such value, as 300.1.1.1 is no address */
  readonly value: () => unknown;
}

/** A sentence that a line fits, before anyone asked what its arguments are worth. */
export interface StepFit {
  readonly entry: CatalogueEntry;
  /** In the language of the line. */
  readonly wording: Wording;
  /** In the order of the step's function. */
  readonly written: readonly WrittenArgument[];
}

/** A sentence that a line fits. */
export interface StepMatch {
  readonly entry: CatalogueEntry;
  readonly wording: Wording;
  /** In the order of the step's function. */
  readonly args: readonly unknown[];
}

/** Finds every sentence that a line fits, and there should be one. */
export function stepFitter(): (line: string) => readonly StepFit[] {
  const expressions = catalogueExpressions();
  return (line) =>
    expressions
      // Most sentences do not fit, and that is told ten times faster without their arguments.
      .filter(({ expression }) => expression.regexp.test(line))
      .flatMap((wording) => fitOf(wording, line));
}

/**
 * A reader of lines; every sentence that fits is in its answer.
 * The reader throws NotEstablishedError where an argument is no value of its kind.
 */
export function stepReader(): (line: string) => readonly StepMatch[] {
  const fits = stepFitter();
  return (line) =>
    fits(line).map(({ entry, wording, written }) => ({
      entry,
      wording,
      args: written.map(({ value }) => value()),
    }));
}

function fitOf({ entry, wording, expression }: WordingExpression, line: string): StepFit[] {
  const match = expression.match(line);
  if (match === null) return [];
  return [{ entry, wording, written: inOrder(wording, match.map(writtenArgument)) }];
}

function writtenArgument(argument: Argument): WrittenArgument {
  const kind = argument.getParameterType().name ?? '';
  const groups = (argument.group.children ?? []).map(stretchOf);
  const [quoted] = groups.filter((group) => group !== undefined);
  const whole = (kind === 'string' ? quoted : undefined) ?? stretchOf(argument.group);
  return {
    kind,
    ...(whole ?? { text: '', start: 0, end: 0 }),
    groups,
    value: () => argument.getValue(undefined),
  };
}

function stretchOf({ value, start, end }: Group): Stretch | undefined {
  if (value === undefined || start === undefined || end === undefined) return undefined;
  return { text: value, start, end };
}
