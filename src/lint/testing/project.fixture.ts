/** The lint with the labs and manifests of this project, and what scenarios come to when they run. */
import { join } from 'node:path';
import '../../../steps';
import { newDriver } from '../../../steps/support/drivers';
import { featureInputNames, featureInputs } from '../../../steps/support/feature-inputs';
import { runStep } from '../../../steps/support/run-step';
import { type ScenarioEnd, type Verdict, verdictOf } from '../../../steps/support/verdict';
import { ClusterWorld } from '../../../steps/support/world';
import { type Run, type Step, sentenceOf } from '../../spec/spec';
import { newLinter } from '../linter';

const FEATURES = join(__dirname, '..', '..', '..', 'features');

export const inputsOf = featureInputs(FEATURES);

export const lint = newLinter({
  inputsOf,
  namesOf: (feature, room) => featureInputNames(FEATURES, feature, room),
});

/** Runs a scenario on the simulator, as Cucumber would. */
export async function verdictFor(run: Run, feature: string): Promise<Verdict> {
  const world = new ClusterWorld({
    newDriver: () => newDriver({ driver: 'sim', seed: 1, wire: false }),
    readInput: inputsOf(feature),
    log: () => {},
  });
  const end = await runAll(run.steps, world);
  const verdict = verdictOf(world.ledger.entries, end);
  await world.close();
  return verdict;
}

async function runAll(steps: readonly Step[], world: ClusterWorld): Promise<ScenarioEnd> {
  for (const step of steps) {
    const fit = sentenceOf(step);
    if (fit === undefined) return { kind: 'unfinished', status: 'UNDEFINED' };
    try {
      const args = fit.written.map(({ value }) => value());
      await runStep(fit.entry, world, step.kind, [...args, ...blockOf(step)]);
    } catch (error) {
      return { kind: 'error', error };
    }
  }
  return { kind: 'passed' };
}

/** What stands below a step, as Cucumber hands it over. */
function blockOf({ table, docString }: Step): readonly unknown[] {
  if (docString !== undefined) return [docString.text];
  if (table === undefined) return [];
  const rows = table.map((row) => row.map(({ text }) => text));
  const [head = [], ...rest] = rows;
  const record = (cells: readonly string[]) =>
    Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
  return [
    {
      raw: () => rows,
      hashes: () => rest.map(record),
      rowsHash: () => Object.fromEntries(rows.map(([name = '', value = '']) => [name, value])),
    },
  ];
}
