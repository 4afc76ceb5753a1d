/**
 * Puts Cucumber's messages together to scenarios, each handed on the moment that it ends: what is
 * remembered are the features and the scenarios that run at this moment. Of a scenario that is tried
 * again the last try counts.
 */
import type {
  Attachment,
  Envelope,
  Pickle,
  TestCase,
  TestCaseStarted,
  TestStepFinished,
} from '@cucumber/messages';
import { evidenceIn, verdictIn } from './attachment-content';
import { type FeatureWords, featureWords, publicPath, sentenceOf } from './feature-words';
import type { ScenarioReport, SentenceReport } from './scenario-report';

/** A scenario that is running. */
interface Running {
  readonly testCase: TestCase;
  readonly attachments: Attachment[];
  readonly steps: TestStepFinished[];
}

export class ScenarioReports {
  readonly features = new Map<string, FeatureWords>();
  /** Features that could not be read: `features/a.feature:3: …`. */
  readonly unreadable: string[] = [];
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, TestCase>();
  readonly #running = new Map<string, Running>();
  readonly #onEnd: (scenario: ScenarioReport) => void;

  constructor(onEnd: (scenario: ScenarioReport) => void) {
    this.#onEnd = onEnd;
  }

  take(envelope: Envelope): void {
    const { gherkinDocument, pickle, parseError, testCase, testCaseStarted } = envelope;
    const { attachment, testStepFinished, testCaseFinished } = envelope;
    if (attachment !== undefined) {
      this.#running.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
    } else if (testStepFinished !== undefined) {
      this.#running.get(testStepFinished.testCaseStartedId)?.steps.push(testStepFinished);
    } else if (testCaseStarted !== undefined) this.#start(testCaseStarted);
    else if (testCaseFinished !== undefined) {
      this.#end(testCaseFinished.testCaseStartedId, testCaseFinished.willBeRetried);
    } else if (gherkinDocument !== undefined) {
      this.features.set(gherkinDocument.uri ?? '', featureWords(gherkinDocument));
    } else if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    else if (testCase !== undefined) this.#cases.set(testCase.id, testCase);
    else if (parseError !== undefined) {
      const { source, message } = parseError;
      this.unreadable.push(`${publicPath(source.uri ?? '')}: ${message}`);
    }
  }

  #start({ id, testCaseId }: TestCaseStarted): void {
    const testCase = this.#cases.get(testCaseId);
    if (testCase !== undefined) this.#running.set(id, { testCase, attachments: [], steps: [] });
  }

  #end(startedId: string, willBeRetried: boolean): void {
    const running = this.#running.get(startedId);
    this.#running.delete(startedId);
    const pickle = this.#pickles.get(running?.testCase.pickleId ?? '');
    if (running === undefined || pickle === undefined || willBeRetried) return;
    const report = reportOf(running, pickle, this.features.get(pickle.uri));
    if (report !== undefined) this.#onEnd(report);
  }
}

/** `undefined` for a scenario that was passed over, as by `--dry-run`. */
function reportOf(
  { testCase, attachments, steps }: Running,
  pickle: Pickle,
  words: FeatureWords | undefined,
): ScenarioReport | undefined {
  const verdict = attachments.flatMap((attachment) => verdictIn(attachment) ?? []).at(-1);
  const culprit = steps.find(({ testStepResult: { status } }) => !QUIET.has(status));
  if (verdict === undefined && culprit === undefined) return undefined;
  const uri = publicPath(pickle.uri);
  return {
    verdict: verdict?.verdict ?? 'not established',
    name: pickle.name,
    where: `${uri}:${pickle.location?.line ?? 1}`,
    uri,
    why: verdict?.why ?? withoutStack(culprit?.testStepResult.message ?? ''),
    sentences: sentencesOf(testCase, steps, pickle, words),
    evidence: attachments.flatMap((attachment) => evidenceIn(attachment) ?? []),
  };
}

/** Statuses of steps that are not to blame for anything. */
const QUIET: ReadonlySet<string> = new Set(['PASSED', 'SKIPPED']);

function sentencesOf(
  testCase: TestCase,
  steps: readonly TestStepFinished[],
  pickle: Pickle,
  words: FeatureWords | undefined,
): readonly SentenceReport[] {
  const stepIds = new Map(testCase.testSteps.map(({ id, pickleStepId }) => [pickleStepId, id]));
  const statuses = new Map(
    steps.map(({ testStepId, testStepResult }) => [testStepId, testStepResult.status]),
  );
  return pickle.steps.map((step) => ({
    text: sentenceOf(step, words),
    status: (statuses.get(stepIds.get(step.id) ?? '') ?? 'UNKNOWN').toLowerCase(),
    rows: step.argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [],
    docString: step.argument?.docString?.content,
  }));
}

/** An error's own words: its stack names the folders of the machine that it happened on. */
function withoutStack(message: string): string {
  const lines = message.split('\n');
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  return (stack < 0 ? lines : lines.slice(0, stack)).join('\n').trimEnd();
}
