/**
 * Runs one sentence and keeps the books that the verdict is made from. A `Then` under the keyword
 * `Given` is a precondition: where it does not hold, the scenario is not violated but not established.
 */
import { AssertionError } from 'chai';
import type { CatalogueEntry, StepKind } from './catalogue';
import { NotEstablishedError } from './not-established';
import type { ClusterWorld } from './world';

/** Of a sentence, what running it takes. */
type Runnable = Pick<CatalogueEntry, 'kind' | 'run' | 'isStimulus'>;

/** @param keyword what the sentence was introduced with, `And` and `But` resolved */
export async function runStep(
  entry: Runnable,
  world: ClusterWorld,
  keyword: StepKind | undefined,
  args: readonly unknown[],
): Promise<void> {
  switch (entry.kind) {
    case 'given':
      await entry.run.apply(world, [...args]);
      return;
    case 'when':
      await entry.run.apply(world, [...args]);
      world.ledger.add({ kind: 'stimulus' });
      return;
    case 'then':
      if (keyword === 'given') await runPrecondition(entry, world, args);
      else await runAssertion(entry, world, args);
  }
}

async function runAssertion(
  entry: Runnable,
  world: ClusterWorld,
  args: readonly unknown[],
): Promise<void> {
  if (entry.isStimulus === true) world.ledger.add({ kind: 'stimulus' });
  if (!world.ledger.has('stimulus')) {
    throw new NotEstablishedError(
      'this is asserted before anything was done; put a When before it, or call it a Given',
    );
  }
  await world.judge(() => look(entry, world, args));
  world.ledger.add({ kind: 'assertion' });
}

async function runPrecondition(
  entry: Runnable,
  world: ClusterWorld,
  args: readonly unknown[],
): Promise<void> {
  try {
    await look(entry, world, args);
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    throw new NotEstablishedError(`the precondition does not hold: ${error.message}`);
  }
}

async function look(entry: Runnable, world: ClusterWorld, args: readonly unknown[]): Promise<void> {
  const before = world.ledger.looks;
  await entry.run.apply(world, [...args]);
  if (world.ledger.looks === before) {
    throw new NotEstablishedError(
      'this looked at nothing: there was no frame, row or line that it could have judged',
    );
  }
}
