/**
 * Gathers from Cucumber's messages what the report shows of each scenario: its sentences and how each
 * ended, its verdict, and what it attached. Of a scenario that was tried again the last try counts.
 */
import type {
  Attachment,
  Envelope,
  GherkinDocument,
  Pickle,
  TestCase,
  TestStepResultStatus,
} from '@cucumber/messages';

export interface ReportedScenario {
  readonly feature: string;
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly verdict: ReportedVerdict;
  readonly sentences: readonly ReportedSentence[];
  readonly attachments: readonly Attachment[];
}

export interface ReportedVerdict {
  readonly verdict: 'held' | 'violated' | 'not established';
  readonly why: string;
}

export interface ReportedSentence {
  /** With its keyword. */
  readonly text: string;
  readonly status: `${TestStepResultStatus}`;
}

/** What is known of one try of a scenario. */
interface Attempt {
  readonly testCaseId: string;
  readonly attachments: Attachment[];
  readonly statuses: Map<string, `${TestStepResultStatus}`>;
}

const UNKNOWN: ReportedVerdict = {
  verdict: 'not established',
  why: 'the scenario did not come to its end',
};

export class RunCollector {
  readonly #verdictMediaType: string;
  readonly #features = new Map<string, string>();
  /** The keywords of sentences, by the ids of the feature's own steps. */
  readonly #keywords = new Map<string, string>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, TestCase>();
  readonly #attempts = new Map<string, Attempt>();
  readonly #finished: Attempt[] = [];

  /** @param verdictMediaType the media type under which the verdict of a scenario is attached */
  constructor(verdictMediaType: string) {
    this.#verdictMediaType = verdictMediaType;
  }

  take(envelope: Envelope): void {
    const { attachment, gherkinDocument, pickle, testCase, testCaseStarted } = envelope;
    const { testStepFinished, testCaseFinished } = envelope;
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      this.#attempts.get(testCaseStartedId)?.statuses.set(testStepId, testStepResult.status);
    } else if (attachment !== undefined) {
      this.#attempts.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
    } else if (testCaseStarted !== undefined) {
      const { id, testCaseId } = testCaseStarted;
      this.#attempts.set(id, { testCaseId, attachments: [], statuses: new Map() });
    } else if (testCaseFinished !== undefined) {
      const attempt = this.#attempts.get(testCaseFinished.testCaseStartedId);
      this.#attempts.delete(testCaseFinished.testCaseStartedId);
      if (attempt !== undefined && !testCaseFinished.willBeRetried) this.#finished.push(attempt);
    } else if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    else if (testCase !== undefined) this.#cases.set(testCase.id, testCase);
    else if (gherkinDocument !== undefined) this.#takeFeature(gherkinDocument);
  }

  /** In the order of files and lines, whatever the order of the run was. */
  scenarios(): readonly ReportedScenario[] {
    return this.#finished
      .flatMap((attempt) => this.#scenarioOf(attempt) ?? [])
      .sort((one, other) => compare(one.uri, other.uri) || one.line - other.line);
  }

  #takeFeature({ uri = '', feature }: GherkinDocument): void {
    this.#features.set(uri, feature?.name ?? '');
    const children = feature?.children ?? [];
    for (const { background, scenario } of children.flatMap((it) => [
      it,
      ...(it.rule?.children ?? []),
    ])) {
      for (const { id, keyword } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) {
        this.#keywords.set(id, keyword);
      }
    }
  }

  #scenarioOf({ testCaseId, attachments, statuses }: Attempt): ReportedScenario | undefined {
    const testCase = this.#cases.get(testCaseId);
    const pickle = this.#pickles.get(testCase?.pickleId ?? '');
    if (testCase === undefined || pickle === undefined) return undefined;
    const sentences = pickle.steps.map((step) => {
      const testStep = testCase.testSteps.find(({ pickleStepId }) => pickleStepId === step.id);
      return {
        text: (this.#keywords.get(step.astNodeIds[0] ?? '') ?? '') + step.text,
        status: statuses.get(testStep?.id ?? '') ?? 'UNKNOWN',
      } as const;
    });
    const verdict = attachments.find(({ mediaType }) => mediaType === this.#verdictMediaType);
    return {
      feature: this.#features.get(pickle.uri) ?? '',
      uri: pickle.uri,
      line: pickle.location?.line ?? 1,
      name: pickle.name,
      verdict: verdict === undefined ? UNKNOWN : JSON.parse(verdict.body),
      sentences,
      attachments: attachments.filter((attachment) => attachment !== verdict),
    };
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
