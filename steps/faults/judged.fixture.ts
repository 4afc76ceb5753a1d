/**
 * Features run on an engine, for the tests of mutants and wheats: what was said of each scenario.
 */
import type { Envelope, Pickle } from '@cucumber/messages';
import { VERDICT_MEDIA_TYPE } from '../../src/report/model/media-types';
import { runFeatures } from '../support/run-features';

export interface JudgedScenario {
  /** `features/nat/outgoing.feature`. */
  readonly feature: string;
  readonly scenario: string;
  readonly steps: Pickle['steps'];
  readonly verdict: string;
  readonly why: string;
}

/** @param variant a mutant or a wheat by its name; the right engine where there is none */
export async function judge(
  paths: readonly string[],
  variant?: string,
): Promise<readonly JudgedScenario[]> {
  const messages = await runFeatures(paths, 'sim', variant);
  const pickleOf = picklesByRun(messages);
  return messages.flatMap(({ attachment }) => {
    if (attachment?.mediaType !== VERDICT_MEDIA_TYPE) return [];
    const pickle = pickleOf(attachment.testCaseStartedId ?? '');
    if (pickle === undefined) return [];
    const { verdict, why } = JSON.parse(attachment.body);
    const { uri, name, steps } = pickle;
    return [{ feature: uri, scenario: name, steps, verdict, why }];
  });
}

function picklesByRun(messages: readonly Envelope[]): (startedId: string) => Pickle | undefined {
  const pickles = new Map<string, Pickle>();
  const cases = new Map<string, string>();
  const runs = new Map<string, string>();
  for (const { pickle, testCase, testCaseStarted } of messages) {
    if (pickle !== undefined) pickles.set(pickle.id, pickle);
    if (testCase !== undefined) cases.set(testCase.id, testCase.pickleId);
    if (testCaseStarted !== undefined) runs.set(testCaseStarted.id, testCaseStarted.testCaseId);
  }
  return (id) => pickles.get(cases.get(runs.get(id) ?? '') ?? '');
}
