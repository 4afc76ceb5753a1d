/** A scenario that has ended: what its messages come to. */
import {
  type Pickle,
  type TestStepFinished,
  TimeConversion,
  type Timestamp,
} from '@cucumber/messages';
import { attachedIn } from './attachment-content';
import type { FeatureWords } from './feature-words';
import { publicMessage, publicPath } from './public-words';
import type { ReadScenario, ReadSentence } from './read-scenario';
import type { RunningScenario } from './scenario-reader';

/** @returns `undefined` for a scenario that was passed over, as by `--dry-run` */
export function endedScenario(
  running: RunningScenario,
  endedAt: Timestamp,
  pickle: Pickle,
  words: FeatureWords | undefined,
): ReadScenario | undefined {
  const { evidence, pcapng, judgement } = attachedIn(running.attachments);
  const culprit = running.steps.find(({ testStepResult: { status } }) => !QUIET.has(status));
  if (judgement === undefined && culprit === undefined) return undefined;
  // A scenario that held and then broke while it was put away is not to be relied on.
  const isBroken = judgement?.verdict === 'held' && culprit !== undefined;
  const believed = isBroken ? undefined : judgement;
  const toMs = TimeConversion.timestampToMillisecondsSinceEpoch;
  return {
    name: pickle.name,
    uri: publicPath(pickle.uri),
    line: pickle.location?.line ?? 1,
    rule: pickle.astNodeIds.flatMap((id) => words?.rules.get(id) ?? [])[0] ?? '',
    tags: [...new Set(pickle.tags.map(({ name }) => name))],
    verdict: believed?.verdict ?? 'not established',
    why: publicMessage(believed?.why ?? culprit?.testStepResult.message ?? ''),
    ...(judgement?.judge === undefined ? {} : { judge: judgement.judge }),
    sentences: sentencesOf(running, pickle, words),
    durationMs: Math.max(0, toMs(endedAt) - toMs(running.started.timestamp)),
    evidence,
    ...(pcapng === undefined ? {} : { pcapng }),
  };
}

/** Statuses of steps that are not to blame for anything. */
const QUIET: ReadonlySet<string> = new Set(['PASSED', 'SKIPPED']);

function sentencesOf(
  { testCase, steps }: RunningScenario,
  pickle: Pickle,
  words: FeatureWords | undefined,
): readonly ReadSentence[] {
  const stepIds = new Map(testCase.testSteps.map(({ id, pickleStepId }) => [pickleStepId, id]));
  const results = new Map(
    steps.map(({ testStepId, testStepResult }: TestStepFinished) => [testStepId, testStepResult]),
  );
  return pickle.steps.map(({ id, text, astNodeIds, argument }) => {
    const status = results.get(stepIds.get(id) ?? '')?.status ?? 'UNKNOWN';
    const { dataTable, docString } = argument ?? {};
    return {
      keyword: words?.keywords.get(astNodeIds[0] ?? '') ?? '',
      text,
      status: status.toLowerCase(),
      rows: dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [],
      ...(docString === undefined ? {} : { docString: docString.content }),
    };
  });
}
