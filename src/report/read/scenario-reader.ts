/**
 * Puts Cucumber's messages together to scenarios, each handed on the moment that it ends: what is
 * remembered are the words of the features and the scenarios that have not ended. Of a scenario that is
 * tried again the last try counts.
 */
import type {
  Attachment,
  Envelope,
  Pickle,
  TestCase,
  TestCaseStarted,
  TestStepFinished,
} from '@cucumber/messages';
import { endedScenario } from './ended-scenario';
import { type FeatureWords, featureWords } from './feature-words';
import { publicMessage, publicPath } from './public-words';
import type { ReadScenario } from './read-scenario';
import { type RunFacts, RunFactsReader } from './run-facts';

/** A scenario that is running. */
export interface RunningScenario {
  readonly started: TestCaseStarted;
  readonly testCase: TestCase;
  readonly attachments: Attachment[];
  readonly steps: TestStepFinished[];
}

/** A feature that could not be read. */
export interface Unreadable {
  /** As the messages name it. */
  readonly path: string;
  /** `a.feature: (3:1): expected …`. */
  readonly text: string;
}

/** @param path the feature's, as the messages name it: more than a page may tell */
type OnEnd = (scenario: ReadScenario, path: string) => void;

export class ScenarioReader {
  /** By their paths in the messages, in the order in which they were read. */
  readonly features = new Map<string, FeatureWords>();
  readonly unreadable: Unreadable[] = [];
  readonly #facts = new RunFactsReader();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, TestCase>();
  readonly #running = new Map<string, RunningScenario>();
  readonly #onEnd: OnEnd;

  constructor(onEnd: OnEnd) {
    this.#onEnd = onEnd;
  }

  /** Of what was read so far. */
  facts(): RunFacts {
    return this.#facts.facts();
  }

  take(envelope: Envelope): void {
    const { gherkinDocument, pickle, parseError, testCase, testCaseStarted } = envelope;
    const { attachment, testStepFinished, testCaseFinished } = envelope;
    if (attachment !== undefined) {
      this.#running.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
    } else if (testStepFinished !== undefined) {
      this.#running.get(testStepFinished.testCaseStartedId)?.steps.push(testStepFinished);
    } else if (testCaseStarted !== undefined) this.#start(testCaseStarted);
    else if (testCaseFinished !== undefined) this.#end(testCaseFinished);
    else if (gherkinDocument !== undefined) {
      this.features.set(gherkinDocument.uri ?? '', featureWords(gherkinDocument));
    } else if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    else if (testCase !== undefined) this.#cases.set(testCase.id, testCase);
    else if (parseError !== undefined) {
      const { source, message } = parseError;
      const { uri: path = '' } = source;
      this.unreadable.push({ path, text: `${publicPath(path)}: ${publicMessage(message)}` });
    } else this.#facts.take(envelope);
  }

  #start(started: TestCaseStarted): void {
    const testCase = this.#cases.get(started.testCaseId);
    if (testCase === undefined) return;
    this.#running.set(started.id, { started, testCase, attachments: [], steps: [] });
  }

  #end({
    testCaseStartedId,
    willBeRetried,
    timestamp,
  }: NonNullable<Envelope['testCaseFinished']>): void {
    const running = this.#running.get(testCaseStartedId);
    this.#running.delete(testCaseStartedId);
    const pickle = this.#pickles.get(running?.testCase.pickleId ?? '');
    if (running === undefined || pickle === undefined || willBeRetried) return;
    this.#pickles.delete(pickle.id);
    this.#cases.delete(running.testCase.id);
    const scenario = endedScenario(running, timestamp, pickle, this.features.get(pickle.uri));
    if (scenario === undefined) return;
    if (scenario.judge !== undefined) this.#facts.takeJudge(scenario.judge);
    this.#onEnd(scenario, pickle.uri);
  }
}
