/**
 * A feature as data: what was written, and what is run because of it. Whoever completes, checks or explains
 * features reads this; nothing here runs anything.
 */
import type { Examples, Feature, GherkinDocument, TableRow, Tag } from '@cucumber/messages';
import type { StepKind } from '../../steps/support/catalogue';
import type { StepFit } from '../../steps/support/read-step';
import type { Place } from './place';
import type { PlacedText } from './placed-text';

export interface Spec {
  /** As the feature is called in messages: its path. */
  readonly uri: string;
  readonly text: string;
  /** Without their ends. */
  readonly lines: readonly string[];
  /** As `# language:` names it; `en` where nothing does. */
  readonly language: string;
  /** `undefined` where the text is no Gherkin, and where there is nothing in it. */
  readonly document: GherkinDocument | undefined;
  readonly feature: Feature | undefined;
  /** Why the text is no Gherkin; of such a text there are no blocks. */
  readonly problems: readonly SyntaxProblem[];
  /** In the order of the text. */
  readonly blocks: readonly Block[];
  /** Every scenario and every row of an outline, as Cucumber runs them. */
  readonly runs: readonly Run[];
}

export interface SyntaxProblem {
  readonly place: Place;
  /** `"foo" makes no sense here; expected a step (Given, When, Then, And, But)`. */
  readonly says: string;
}

/** A Background, a Scenario or an outline, as it was written. */
export interface Block {
  readonly kind: 'background' | 'scenario';
  readonly name: string;
  /** The name, or where there is none the keyword. */
  readonly place: Place;
  readonly tags: readonly Tag[];
  readonly steps: readonly WrittenStep[];
  /** The name of its rule. */
  readonly rule: string | undefined;
  /** Those of an outline. */
  readonly examples: readonly Examples[];
}

/** A step as it was written; in an outline with `<name>` in it. */
export interface WrittenStep {
  /** With the blank at its end, where it has one: `And `. */
  readonly keyword: string;
  readonly keywordPlace: Place;
  /** What it is introduced with, `And` and `But` resolved; `undefined` for `*`. */
  readonly kind: StepKind | undefined;
  readonly text: PlacedText;
  readonly table: readonly (readonly PlacedText[])[] | undefined;
  readonly docString: PlacedText | undefined;
  /** From the keyword to the end of the text. */
  readonly place: Place;
}

/** A step as it is run, with the values of its row. */
export interface Step {
  readonly written: WrittenStep;
  readonly kind: StepKind | undefined;
  readonly text: PlacedText;
  readonly table: readonly (readonly PlacedText[])[] | undefined;
  readonly docString: PlacedText | undefined;
  /** Every sentence that it fits, in whatever language; there should be one. */
  readonly fits: readonly StepFit[];
}

/** One scenario, as it is run. */
export interface Run {
  readonly name: string;
  readonly block: Block;
  /** The row of the outline. */
  readonly row: TableRow | undefined;
  /** Those of the Backgrounds come first. */
  readonly steps: readonly Step[];
}

/** The sentence of a step that fits exactly one. */
export function sentenceOf({ fits }: Step): StepFit | undefined {
  return fits.length === 1 ? fits[0] : undefined;
}

/** The id of the one sentence that a step is. */
export function idOf(step: Step): string | undefined {
  return sentenceOf(step)?.entry.id;
}
