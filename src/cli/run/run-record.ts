/**
 * What a run came to, from Cucumber's messages: each scenario with its verdict and its reason, and
 * what kept scenarios from being run at all. Of a scenario that was tried again the last try counts.
 */
import type {
  Envelope,
  GherkinDocument,
  Pickle,
  PickleStep,
  TestCase,
  TestCaseStarted,
  TestStepFinished,
} from '@cucumber/messages';
import type { Verdict } from '../../../steps/support/verdict';
import { VERDICT_MEDIA_TYPE } from '../../report/model/media-types';
import type { Judgement } from '../../report/model/verdict';
import { type ParseFailure, parseFailure } from '../../spec/parse-failure';
import { type FeatureIndex, indexFeature } from './feature-index';
import { unknownSentence } from './undefined-step';

export interface ScenarioResult {
  readonly verdict: Verdict['verdict'];
  /** `features/nat/outgoing.feature:12`. */
  readonly where: string;
  readonly name: string;
  /** Those of the feature and the rule as well: `@points(3)`. */
  readonly tags: readonly string[];
  /** The sentence that did not hold, with its keyword, or `undefined` where none is to blame. */
  readonly sentence: string | undefined;
  readonly why: string;
  /** What its assertions rest on, in the driver's words. */
  readonly asked: readonly string[];
}

export interface RunRecord {
  /** The scenarios that were run, in the order in which they ended. */
  readonly scenarios: readonly ScenarioResult[];
  /** Scenarios that --fail-fast or --dry-run passed over. */
  readonly skipped: number;
  /** Features and outlines that hold no scenario: `features/a.feature:3: …`. */
  readonly empty: readonly string[];
  /** How many scenarios the features hold, before any filter. */
  readonly written: number;
  readonly parseFailures: readonly ParseFailure[];
}

export class RunRecorder {
  readonly #features = new Map<string, FeatureIndex>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, TestCase>();
  readonly #started = new Map<string, TestCaseStarted>();
  readonly #steps = new Map<string, TestStepFinished[]>();
  readonly #verdicts = new Map<string, Verdict & Pick<Judgement, 'asked'>>();
  readonly #parseFailures: ParseFailure[] = [];
  readonly #scenarios: ScenarioResult[] = [];
  #skipped = 0;

  /** How many scenarios are to be run. */
  get planned(): number {
    return this.#cases.size;
  }

  get done(): number {
    return this.#scenarios.length + this.#skipped;
  }

  /** Those that have ended so far, in that order. */
  get ended(): readonly ScenarioResult[] {
    return this.#scenarios;
  }

  take(envelope: Envelope): void {
    const { gherkinDocument, pickle, parseError, testCase, testCaseStarted } = envelope;
    const { attachment, testStepFinished, testCaseFinished } = envelope;
    if (testStepFinished !== undefined) this.#takeStep(testStepFinished);
    else if (attachment?.mediaType === VERDICT_MEDIA_TYPE) {
      this.#verdicts.set(attachment.testCaseStartedId ?? '', JSON.parse(attachment.body));
    } else if (testCaseStarted !== undefined)
      this.#started.set(testCaseStarted.id, testCaseStarted);
    else if (testCaseFinished !== undefined && !testCaseFinished.willBeRetried) {
      this.#end(testCaseFinished.testCaseStartedId);
    } else if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    else if (testCase !== undefined) this.#cases.set(testCase.id, testCase);
    else if (gherkinDocument !== undefined) this.#takeFeature(gherkinDocument);
    else if (parseError !== undefined) this.#parseFailures.push(parseFailure(parseError));
  }

  /** What the messages so far come to. */
  record(): RunRecord {
    const pickles = [...this.#pickles.values()];
    const used = new Set(pickles.flatMap(({ astNodeIds }) => astNodeIds));
    return {
      scenarios: this.#scenarios,
      skipped: this.#skipped,
      empty: [...this.#features.values()].flatMap((feature) => feature.withoutScenario(used)),
      written: pickles.length,
      parseFailures: this.#parseFailures,
    };
  }

  #takeFeature(document: GherkinDocument): void {
    this.#features.set(document.uri ?? '', indexFeature(document));
  }

  #takeStep(step: TestStepFinished): void {
    const steps = this.#steps.get(step.testCaseStartedId) ?? [];
    steps.push(step);
    this.#steps.set(step.testCaseStartedId, steps);
  }

  #end(startedId: string): void {
    const testCase = this.#cases.get(this.#started.get(startedId)?.testCaseId ?? '');
    const pickle = this.#pickles.get(testCase?.pickleId ?? '');
    if (testCase === undefined || pickle === undefined) return;
    const steps = this.#steps.get(startedId) ?? [];
    const culprit = steps.find(({ testStepResult: { status } }) => !IS_QUIET.has(status));
    const verdict = this.#verdicts.get(startedId);
    if (verdict === undefined && culprit === undefined) {
      this.#skipped += 1;
      return;
    }
    const stepId = testCase.testSteps.find(({ id }) => id === culprit?.testStepId)?.pickleStepId;
    const step = pickle.steps.find(({ id }) => id === stepId);
    const isBroken = verdict?.verdict === 'held' && culprit !== undefined;
    this.#scenarios.push({
      // A scenario that held and then broke while it was put away is not to be relied on.
      verdict: verdict === undefined || isBroken ? 'not established' : verdict.verdict,
      where: `${pickle.uri}:${pickle.location?.line ?? 1}`,
      name: pickle.name,
      tags: pickle.tags.map((tag) => tag.name),
      sentence: step === undefined ? undefined : this.#features.get(pickle.uri)?.sentence(step),
      why: whyOf(culprit, step, isBroken ? undefined : verdict),
      asked: verdict?.asked ?? [],
    });
  }
}

/** The reason of the verdict, or where a step could not be run at all, why not. */
function whyOf(
  culprit: TestStepFinished | undefined,
  step: PickleStep | undefined,
  verdict: Verdict | undefined,
): string {
  const { status, message = '' } = culprit?.testStepResult ?? {};
  if (status === 'UNDEFINED' && step !== undefined) return unknownSentence(step.text);
  if (status === 'AMBIGUOUS') return message;
  if (verdict === undefined) return message.replace(STACK, '');
  return verdict.why;
}

/** The lines that say where in the program an error was thrown. */
const STACK = /(\n +at .*)+$/;

/** Statuses of steps that are not to blame for anything. */
const IS_QUIET: ReadonlySet<string> = new Set(['PASSED', 'SKIPPED']);
