/**
 * The catalogue of sentences: what a step file says with `Given`, `When` and `Then` is kept here as
 * data (pattern, documentation, example, function) and knows no test runner. `steps/cucumber.ts`
 * registers it with Cucumber; `calicumber steps` prints it; a playground can run it without either.
 * A sentence is worded in English where it is made, and in Korean under `steps/ko/`.
 *
 * Patterns are literal Cucumber Expressions, because editors read them from the source as text; and they
 * look for functions of which the name has Given, When or Then in it.
 */
import { invariant } from '../../src/base/invariant';
import type { ParameterTypeDefinition } from './parameter-type';
import type { ClusterWorld } from './world';

export type StepKind = 'given' | 'when' | 'then';

/** What a person reads about a sentence. */
export interface StepDoc {
  /** Names the sentence in every language and for ever: `ping.succeeds`. */
  readonly id: string;
  /** One sentence: what the step does, or what it demands. */
  readonly says: string;
  /** The steps of a whole scenario that holds; run as a test. */
  readonly example: string;
  /** Of a `Then`: it sends something itself, and judges what comes of it. */
  readonly isStimulus?: true;
}

/** Where the words of another language stand in another order. */
export interface TranslatedDoc extends Omit<StepDoc, 'isStimulus'> {
  /** For each argument of the step's function, which parameter of this pattern it is, from 0. */
  readonly order?: readonly number[];
}

/** A sentence in one language. */
export interface Wording extends Omit<TranslatedDoc, 'id'> {
  readonly language: Language;
  readonly pattern: string;
}

/** As the `# language:` of a feature names it. */
export type Language = 'en' | 'ko';

/** A data table as steps see it; Cucumber's own fits. */
export interface Table {
  raw(): readonly (readonly string[])[];
  hashes(): readonly Readonly<Record<string, string>>[];
  rowsHash(): Readonly<Record<string, string>>;
}

// The arguments of a step are as its pattern says, which no type of TypeScript can express.
// biome-ignore lint/suspicious/noExplicitAny: see the line above
export type StepFunction = (this: ClusterWorld, ...args: any[]) => Promise<void> | void;

export interface CatalogueEntry extends StepDoc {
  readonly kind: StepKind;
  readonly pattern: string;
  readonly run: StepFunction;
  /** In every language that it can be said in; English comes first. */
  readonly wordings: readonly [Wording, ...Wording[]];
}

/** Who wants to know of every sentence in every language, and of every parameter type. */
export interface CatalogueListener {
  wording(entry: CatalogueEntry, wording: Wording): void;
  parameterType(type: ParameterTypeDefinition): void;
}

type GrowingEntry = CatalogueEntry & { readonly wordings: [Wording, ...Wording[]] };

const entries: GrowingEntry[] = [];
const parameterTypes: ParameterTypeDefinition[] = [];
const listeners: CatalogueListener[] = [];

/** A sentence that makes the world what it has to be before anything is tried. */
export function Given(pattern: string, doc: StepDoc, run: StepFunction): void {
  define('given', pattern, doc, run);
}

/** A sentence that does something to the cluster: the stimulus of a scenario. */
export function When(pattern: string, doc: StepDoc, run: StepFunction): void {
  define('when', pattern, doc, run);
}

/** A sentence that demands something of what came of it. */
export function Then(pattern: string, doc: StepDoc, run: StepFunction): void {
  define('then', pattern, doc, run);
}

/** A `Given` of the catalogue in Korean. */
export function GivenKorean(pattern: string, doc: TranslatedDoc): void {
  translate('given', 'ko', pattern, doc);
}

/** A `When` of the catalogue in Korean. */
export function WhenKorean(pattern: string, doc: TranslatedDoc): void {
  translate('when', 'ko', pattern, doc);
}

/** A `Then` of the catalogue in Korean. */
export function ThenKorean(pattern: string, doc: TranslatedDoc): void {
  translate('then', 'ko', pattern, doc);
}

/** A kind of argument that sentences can name in braces. */
export function defineParameterType(type: ParameterTypeDefinition): void {
  parameterTypes.push(type);
  for (const listener of listeners) listener.parameterType(type);
}

/** Everything that was defined so far, in the order of definition. */
export function catalogue(): {
  readonly entries: readonly CatalogueEntry[];
  readonly parameterTypes: readonly ParameterTypeDefinition[];
} {
  return { entries, parameterTypes };
}

/** The sentence of an id; `undefined` where there is none. */
export function entryNamed(id: string): CatalogueEntry | undefined {
  return entries.find((entry) => entry.id === id);
}

/** An example's lines as they stand in a scenario, from its left edge: tables and texts keep their indent. */
export function exampleLines({ example }: Pick<Wording, 'example'>): readonly string[] {
  return example.split('\n').map((line) => line.replace(INDENT, ''));
}

/** Of the steps in the sources. */
const INDENT = /^ {6}/;

/** The sentence as one language says it; in English where that has no words for it. */
export function wordingIn(entry: CatalogueEntry, language: string): Wording {
  return entry.wordings.find((wording) => wording.language === language) ?? entry.wordings[0];
}

/** The arguments of the step's function, from those of a wording in the order of its pattern. */
export function inOrder<Argument>(
  wording: Wording,
  args: readonly Argument[],
): readonly Argument[] {
  const { order = [] } = wording;
  // What comes after the parameters of the pattern, a table or a text, stays where it is.
  return args.map((argument, at) => {
    const from = order[at];
    return from === undefined ? argument : (args[from] as Argument);
  });
}

/** Tells the listener of everything defined so far, and of what comes later. */
export function followCatalogue(listener: CatalogueListener): void {
  listeners.push(listener);
  for (const type of parameterTypes) listener.parameterType(type);
  for (const entry of entries) {
    for (const wording of entry.wordings) listener.wording(entry, wording);
  }
}

function define(kind: StepKind, pattern: string, doc: StepDoc, run: StepFunction): void {
  const { says, example } = doc;
  const wording: Wording = { language: 'en', pattern, says, example };
  const entry: GrowingEntry = { ...doc, kind, pattern, run, wordings: [wording] };
  entries.push(entry);
  for (const listener of listeners) listener.wording(entry, wording);
}

function translate(kind: StepKind, language: Language, pattern: string, doc: TranslatedDoc): void {
  const { id, ...rest } = doc;
  const entry = entries.find((other) => other.id === id);
  invariant(entry?.kind === kind, `${pattern} is no translation of a ${kind}: ${id}`);
  const wording: Wording = { language, pattern, ...rest };
  entry.wordings.push(wording);
  for (const listener of listeners) listener.wording(entry, wording);
}
