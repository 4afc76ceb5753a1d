/**
 * What the lint looks at, and what a rule says of it.
 */
import type { StepFit } from '../../steps/support/read-step';
import type { Place, TextEdit } from '../spec/place';
import type { Scope } from '../spec/scope';
import type { Run, Spec } from '../spec/spec';

/** A feature, and what its scenarios can name. */
export interface LintedFeature {
  readonly spec: Spec;
  readonly scopeOf: (run: Run) => Scope;
  /** The sentences that a line fits. */
  readonly fits: (line: string) => readonly StepFit[];
  /** The names of the files that sentences can bring in. */
  readonly inputNames: (room: 'labs' | 'manifests') => readonly string[];
}

export interface Fix {
  /** What it does, as one says it to somebody: `call it pod2`. */
  readonly says: string;
  readonly edits: readonly TextEdit[];
  /** Whether it can be made without asking. */
  readonly isSafe: boolean;
}

/** What a rule finds at a place. */
export interface Remark {
  readonly place: Place;
  /** One line, without the place. */
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** An `error` establishes nothing, or never runs; a `warning` runs, and says less than it seems to. */
export type Severity = 'error' | 'warning';

export interface Rule {
  readonly id: string;
  /** One sentence: what a feature should be like. */
  readonly says: string;
  /** What to do about it, in a sentence or two. */
  readonly help: string;
  readonly severity: Severity;
  find(feature: LintedFeature): readonly Remark[];
}

export interface Finding extends Remark {
  readonly rule: Rule;
}
