/**
 * The catalogue of sentences: what a step file says with `Given`, `When` and `Then` is kept here as
 * data (pattern, documentation, example, function) and knows no test runner. `steps/cucumber.ts`
 * registers it with Cucumber; `calicumber steps` prints it; a playground can run it without either.
 *
 * Patterns are literal Cucumber Expressions, because editors read them from the source as text.
 */
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
  /** The pattern in Korean. */
  readonly korean?: string;
}

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
}

/** Who wants to know of every sentence and every parameter type. */
export interface CatalogueListener {
  entry(entry: CatalogueEntry): void;
  parameterType(type: ParameterTypeDefinition): void;
}

const entries: CatalogueEntry[] = [];
const parameterTypes: ParameterTypeDefinition[] = [];
const listeners: CatalogueListener[] = [];

/** A sentence that makes the world what it has to be before anything is tried. */
export function Given(pattern: string, doc: StepDoc, run: StepFunction): void {
  define({ ...doc, kind: 'given', pattern, run });
}

/** A sentence that does something to the cluster: the stimulus of a scenario. */
export function When(pattern: string, doc: StepDoc, run: StepFunction): void {
  define({ ...doc, kind: 'when', pattern, run });
}

/** A sentence that demands something of what came of it. */
export function Then(pattern: string, doc: StepDoc, run: StepFunction): void {
  define({ ...doc, kind: 'then', pattern, run });
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

/** Tells the listener of everything defined so far, and of what comes later. */
export function followCatalogue(listener: CatalogueListener): void {
  listeners.push(listener);
  for (const type of parameterTypes) listener.parameterType(type);
  for (const entry of entries) listener.entry(entry);
}

function define(entry: CatalogueEntry): void {
  entries.push(entry);
  for (const listener of listeners) listener.entry(entry);
}
