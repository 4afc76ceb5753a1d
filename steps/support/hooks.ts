/**
 * What happens when a scenario ends, apart from any test runner: its verdict is found, the evidence
 * is attached, the cluster is let go.
 */
import { attachEvidence } from './evidence';
import { NotEstablishedError } from './not-established';
import { type ScenarioEnd, VERDICT_MEDIA_TYPE, type Verdict, verdictOf } from './verdict';
import type { ClusterWorld } from './world';

/** Where a scenario leaves what its report is made from; Cucumber's World is one. */
export interface Desk {
  attach(data: string, mediaType: string): void;
}

/**
 * Ends a scenario.
 * @throws NotEstablishedError where all steps passed and yet nothing was established
 */
export async function endScenario(
  world: ClusterWorld,
  end: ScenarioEnd,
  desk: Desk & Parameters<typeof attachEvidence>[0],
): Promise<Verdict> {
  const verdict = verdictOf(world.ledger.entries, end);
  desk.attach(JSON.stringify(verdict), VERDICT_MEDIA_TYPE);
  try {
    await leaveEvidence(world, verdict, desk);
  } finally {
    await world.close();
  }
  if (end.kind === 'passed' && verdict.verdict === 'not established') {
    throw new NotEstablishedError(`not established: ${verdict.why}`);
  }
  return verdict;
}

async function leaveEvidence(
  world: ClusterWorld,
  verdict: Verdict,
  desk: Parameters<typeof attachEvidence>[0],
): Promise<void> {
  const { driver } = world;
  if (driver === undefined) return;
  await attachEvidence(desk, {
    driver: driver.name,
    inventory: await world.inventory(),
    outcomes: world.ledger.outcomes,
    failed: verdict.verdict !== 'held',
  });
}
