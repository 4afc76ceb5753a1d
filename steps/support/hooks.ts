/**
 * What happens when a scenario ends, apart from any test runner: its verdict is found, the evidence
 * is attached, the cluster is let go.
 */
import type { EvidenceLevel } from './drivers';
import { attachEvidence, type EvidenceDesk } from './evidence';
import { NotEstablishedError } from './not-established';
import { type ScenarioEnd, VERDICT_MEDIA_TYPE, type Verdict, verdictOf } from './verdict';
import type { ClusterWorld } from './world';

/**
 * Ends a scenario.
 * @throws NotEstablishedError where all steps passed and yet nothing was established
 */
export async function endScenario(
  world: ClusterWorld,
  end: ScenarioEnd,
  desk: EvidenceDesk,
  level: EvidenceLevel = 'full',
): Promise<Verdict> {
  const verdict = verdictOf(world.ledger.entries, end);
  desk.attach(JSON.stringify(verdict), { mediaType: VERDICT_MEDIA_TYPE });
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

async function leaveEvidence(world: ClusterWorld, desk: EvidenceDesk): Promise<void> {
  const { outcomes } = world.ledger;
  if (outcomes.length > 0) attachEvidence(desk, { inventory: await world.inventory(), outcomes });
}
