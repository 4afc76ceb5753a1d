/** Cucumber's messages of made-up runs, in the order in which cucumber-js sends them. */
import type { Attachment, Envelope, TestStepResultStatus } from '@cucumber/messages';
import { VERDICT_MEDIA_TYPE } from '../model/media-types';
import type { VerdictName } from '../model/verdict';

export interface MadeScenario {
  readonly name: string;
  readonly line: number;
  readonly rule?: string;
  readonly tags?: readonly string[];
  readonly sentence?: string;
  /** Of its one sentence. */
  readonly status?: string;
  readonly message?: string;
  readonly attachments?: readonly Partial<Attachment>[];
}

const TIME = { seconds: 1_700_000_000, nanos: 0 };
const LATER = { seconds: 1_700_000_000, nanos: 250_000_000 };

/** The messages of each scenario's try stand apart, so that tests can mix them. */
export interface MadeRun {
  readonly head: readonly Envelope[];
  readonly tries: readonly (readonly Envelope[])[];
  readonly end: readonly Envelope[];
}

export function madeRun(uri: string, name: string, scenarios: readonly MadeScenario[]): MadeRun {
  const cases = scenarios.map((scenario) => ({ scenario, id: `${uri}:${scenario.line}` }));
  return {
    head: [
      featureOf(uri, name, cases),
      ...cases.flatMap(({ scenario, id }) => plannedOf(uri, scenario, id)),
      { testRunStarted: { timestamp: TIME } },
    ],
    tries: cases.map(({ scenario, id }) => tryOf(scenario, id)),
    end: [{ testRunFinished: { timestamp: LATER, success: true } }],
  };
}

export function allOf({ head, tries, end }: MadeRun): readonly Envelope[] {
  return [...head, ...tries.flat(), ...end];
}

interface MadeCase {
  readonly scenario: MadeScenario;
  readonly id: string;
}

function featureOf(uri: string, name: string, cases: readonly MadeCase[]): Envelope {
  const children = cases.map(({ scenario: { line, rule }, id }) => {
    const step = { id: `${id} step`, keyword: 'When ', text: '', location: { line } };
    const scenario = { id: `${id} node`, name: '', keyword: '', tags: [], steps: [step] };
    return rule === undefined ? { scenario } : { rule: { name: rule, children: [{ scenario }] } };
  });
  return {
    gherkinDocument: { uri, feature: { name, description: '', children } },
  } as unknown as Envelope;
}

function plannedOf(uri: string, scenario: MadeScenario, id: string): readonly Envelope[] {
  const { name, line, tags = [], sentence = 'it runs' } = scenario;
  const steps = [{ id: `${id} pickled`, astNodeIds: [`${id} step`], text: sentence }];
  const pickle = {
    id: `${id} pickle`,
    uri,
    name,
    location: { line },
    tags: tags.map((tag) => ({ name: tag })),
    astNodeIds: [`${id} node`],
    steps,
  };
  const testSteps = [{ id: `${id} test`, pickleStepId: `${id} pickled` }];
  const testCase = { id: `${id} case`, pickleId: `${id} pickle`, testSteps };
  return [{ pickle }, { testCase }] as unknown as readonly Envelope[];
}

export function tryOf(
  { status = 'PASSED', message, attachments = [] }: MadeScenario,
  id: string,
  attempt = 0,
  willBeRetried = false,
): readonly Envelope[] {
  const testCaseStartedId = `${id} try ${attempt}`;
  const testStepResult = {
    status: status as TestStepResultStatus,
    duration: TIME,
    ...(message === undefined ? {} : { message }),
  };
  return [
    {
      testCaseStarted: {
        id: testCaseStartedId,
        testCaseId: `${id} case`,
        attempt,
        timestamp: TIME,
      },
    },
    ...attachments.map((attachment) => ({
      attachment: { testCaseStartedId, contentEncoding: 'IDENTITY', ...attachment },
    })),
    {
      testStepFinished: {
        testCaseStartedId,
        testStepId: `${id} test`,
        testStepResult,
        timestamp: LATER,
      },
    },
    { testCaseFinished: { testCaseStartedId, timestamp: LATER, willBeRetried } },
  ] as unknown as readonly Envelope[];
}

export function attached(mediaType: string, value: unknown): Partial<Attachment> {
  return { mediaType, body: JSON.stringify(value) };
}

export function verdict(name: VerdictName, why = ''): Partial<Attachment> {
  const judge = { driver: 'sim', seed: 7, version: '0.1.0', remarks: ['tunl0 is a stand-in'] };
  return attached(VERDICT_MEDIA_TYPE, { verdict: name, why, judge });
}

export function captured(pcapng: Uint8Array): Partial<Attachment> {
  return {
    mediaType: 'application/vnd.tcpdump.pcap',
    body: Buffer.from(pcapng).toString('base64'),
    contentEncoding: 'BASE64' as Attachment['contentEncoding'],
  };
}
