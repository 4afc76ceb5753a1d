/**
 * What happens when a scenario ends, apart from any test runner: its verdict is found, the evidence
 * is attached, the cluster is let go.
 */
import { MISMATCH_MEDIA_TYPE, VERDICT_MEDIA_TYPE } from '../../src/report/model/media-types';
import type { Judge, Judgement } from '../../src/report/model/verdict';
import { mismatchOf } from '../matchers/check';
import type { EvidenceLevel } from './drivers';
import { attachEvidence, type EvidenceDesk } from './evidence';
import { NotEstablishedError } from './not-established';
import { type ScenarioEnd, type Verdict, verdictOf } from './verdict';
import type { ClusterWorld } from './world';

export interface EndOptions {
  /** Of what evidence is left. */
  readonly level: EvidenceLevel;
  /** Who judges; the driver says the rest. */
  readonly judge: Omit<Judge, 'remarks'>;
}

/**
 * Ends a scenario.
 * @throws NotEstablishedError where all steps passed and yet nothing was established
 */
export async function endScenario(
  world: ClusterWorld,
  end: ScenarioEnd,
  desk: EvidenceDesk,
  { level, judge }: EndOptions,
): Promise<Verdict> {
  const verdict = verdictOf(world.ledger.entries, end);
  const judgement: Judgement = {
    ...verdict,
    judge: { ...judge, remarks: world.remarks },
    asked: world.ledger.questions,
  };
  desk.attach(JSON.stringify(judgement), { mediaType: VERDICT_MEDIA_TYPE });
  try {
    const isWanted = level === 'full' || (level === 'lean' && verdict.verdict !== 'held');
    if (isWanted) await leaveEvidence(world, desk);
  } finally {
    await world.close();
  }
  if (end.kind === 'passed' && verdict.verdict === 'not established') {
    throw new NotEstablishedError(`not established: ${verdict.why}`);
  }
  return verdict;
}

/**
 * Attaches what a violated assertion expected and what there was, by the step that failed.
 * @param sent how many things were sent before: the last of them is what was judged
 */
export function attachMismatch(desk: EvidenceDesk, error: unknown, sent: number): void {
  const mismatch = mismatchOf(error);
  if (mismatch === undefined) return;
  const judged = sent === 0 ? mismatch : { ...mismatch, walk: sent };
  desk.attach(JSON.stringify(judged), {
    mediaType: MISMATCH_MEDIA_TYPE,
    fileName: 'mismatch.json',
  });
}

async function leaveEvidence(world: ClusterWorld, desk: EvidenceDesk): Promise<void> {
  const { outcomes } = world.ledger;
  if (world.isBuilt) attachEvidence(desk, { inventory: await world.inventory(), outcomes });
}
