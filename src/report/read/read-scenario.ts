/**
 * One scenario as Cucumber's messages tell of it: what a page, a history and a terminal need. Data only.
 */
import type { ScenarioEvidence } from '../model/evidence';
import type { Judge, VerdictName } from '../model/verdict';

export interface ReadScenario {
  readonly name: string;
  /** The path of its feature, as `FeatureWords` names it. */
  readonly uri: string;
  /** Of the scenario, or of its row under Examples. */
  readonly line: number;
  /** The name of the rule that it stands under; empty where it stands under none. */
  readonly rule: string;
  /** `@nat`; also those of its feature and rule. */
  readonly tags: readonly string[];
  readonly verdict: VerdictName;
  /** Why it did not hold, in the words of the verdict or of Cucumber; empty where it held. */
  readonly why: string;
  /** None where nobody came to a verdict. */
  readonly judge?: Judge;
  readonly sentences: readonly ReadSentence[];
  readonly durationMs: number;
  /** Without files: who writes them knows their names. */
  readonly evidence: Omit<ScenarioEvidence, 'files'>;
  /** The pcapng file that `evidence.capture` was read from. */
  readonly pcapng?: Uint8Array;
}

export interface ReadSentence {
  /** `Given ` in the feature's language, with the space where that has one. */
  readonly keyword: string;
  readonly text: string;
  /** Cucumber's word in lower case: `passed`, `failed`, `undefined`, `skipped` … */
  readonly status: string;
  readonly rows: readonly (readonly string[])[];
  readonly docString?: string;
}
