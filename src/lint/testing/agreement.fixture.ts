/**
 * The lint beside the simulator: features from which one step after the other is taken away, and what each of
 * the two says of every scenario.
 */
import { specReader } from '../../spec/read-spec';
import type { Run } from '../../spec/spec';
import type { Finding } from '../rule';
import { withoutStep } from './mutate.fixture';
import { lint, verdictFor } from './project.fixture';

export interface Agreement {
  /** How many scenarios were run. */
  readonly runs: number;
  /** Where the lint speaks of an error, and the scenario is held or violated. */
  readonly falseAlarms: readonly string[];
  /** Where the lint says nothing, and the scenario is not established. */
  readonly missed: readonly string[];
}

const read = specReader();

export async function compareWithRuns(
  features: readonly { readonly path: string; readonly text: string }[],
): Promise<Agreement> {
  const agreement = { runs: 0, falseAlarms: [] as string[], missed: [] as string[] };
  for (const { path, text } of features) {
    const spec = read(path, text);
    for (const block of spec.blocks) {
      for (const step of block.steps) {
        const mutant = withoutStep(spec, block, step);
        const found = lint(path, mutant).filter(({ rule }) => rule.severity === 'error');
        for (const run of read(path, mutant).runs) {
          const isTouched =
            block.kind === 'background' || run.block.place.line === block.place.line;
          if (!isTouched) continue;
          const what = `${path}:${run.block.place.line} without "${step.text.text}"`;
          const { verdict, why } = await verdictFor(run, path);
          const told = found.filter((finding) => isOf(run, finding)).map(({ rule }) => rule.id);
          agreement.runs += 1;
          if (told.length > 0 && verdict !== 'not established') {
            agreement.falseAlarms.push(`${what}: ${told.join(', ')}, but it is ${verdict}`);
          }
          if (told.length === 0 && verdict === 'not established') {
            agreement.missed.push(`${what}: ${why.split('\n')[0]}`);
          }
        }
      }
    }
  }
  return agreement;
}

/** Whether something is found in one of the steps of a scenario, or at its name. */
function isOf({ block, steps }: Run, { place: { line } }: Finding): boolean {
  return (
    line === block.place.line ||
    steps.some(({ written: { place, table = [], docString } }) =>
      [
        place,
        ...table.flat().map((cell) => cell.place),
        ...(docString ? [docString.place] : []),
      ].some((other) => other.line <= line && line <= other.endLine),
    )
  );
}
