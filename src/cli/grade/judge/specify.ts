/**
 * A student's own features, judged as examples are: they must hold on every right engine, fail where
 * nothing works, and notice engines that are wrong.
 */
import type { HandedIn } from '../../../../steps/support/handed-in';
import type { SpecifyTask } from '../../../grade/model/assignment';
import type {
  MutantResult,
  SpecificationResult,
  StudentScenario,
} from '../../../grade/model/result';
import type { RunRecord, ScenarioResult } from '../../run/run-record';
import { firstLine } from './checks';
import type { Judging } from './run-features';

export interface StudentFeatures {
  /** Absolute paths. */
  readonly paths: readonly string[];
  /** Runs features, or scenarios of them: `a.feature:3:12`; in a sandbox where steps are the student's own. */
  readonly run: (paths: readonly string[], judging: Judging) => Promise<RunRecord>;
  /** What a scenario's place is called to people: without the folder of this machine. */
  readonly nameOf: (where: string) => string;
}

/** @param features all can be read, and know all their sentences */
export async function judgeSpecification(
  features: StudentFeatures,
  task: Pick<SpecifyTask, 'mutants' | 'wheats' | 'scenariosMax'>,
  seed: number,
): Promise<SpecificationResult> {
  const states = await judgeScenarios(features, task, seed);
  const good = states.filter(({ state }) => state === 'valid').map(({ path }) => path);
  const mutants: MutantResult[] = [];
  for (const { name, weight } of task.mutants) {
    mutants.push({ name, weight, caughtBy: await catchersOf(name, good, features, seed) });
  }
  return { scenarios: states.map(({ path: _, ...state }) => state), mutants };
}

interface Judged extends StudentScenario {
  /** Where Cucumber finds it. */
  readonly path: string;
}

async function judgeScenarios(
  { paths, run, nameOf }: StudentFeatures,
  { wheats, scenariosMax }: Pick<SpecifyTask, 'wheats' | 'scenariosMax'>,
  seed: number,
): Promise<readonly Judged[]> {
  const right = (await run(paths, { seed })).scenarios;
  const dead = heldIn((await run(paths, { seed, driver: 'dead' })).scenarios);
  const onWheats: { readonly name: string; readonly held: ReadonlySet<string> }[] = [];
  for (const name of wheats) {
    onWheats.push({
      name,
      held: heldIn((await run(paths, { seed, engine: name })).scenarios),
    });
  }
  return right.map((scenario, at) => {
    const { where, name } = scenario;
    const fails = onWheats.find(({ held }) => !held.has(where))?.name;
    const judged = { path: where, where: nameOf(where), name };
    if (at >= scenariosMax) {
      return { ...judged, state: 'not counted', why: `only the first ${scenariosMax} count` };
    }
    return { ...judged, ...stateOf(scenario, fails, dead.has(where)) };
  });
}

function stateOf(
  { verdict, why }: ScenarioResult,
  wheat: string | undefined,
  holdsWhereNothingWorks: boolean,
): Pick<StudentScenario, 'state' | 'why'> {
  if (verdict === 'violated') return { state: 'wrong', why: firstLine(why) };
  if (verdict === 'not established') return { state: 'vacuous', why: firstLine(why) };
  if (holdsWhereNothingWorks) {
    return { state: 'vacuous', why: 'it holds on a network that delivers nothing, too' };
  }
  if (wheat !== undefined) {
    return { state: 'over-specified', why: `it fails on the right engine ${wheat}` };
  }
  return { state: 'valid', why: '' };
}

/** The scenarios that an assertion turned red; errors, and what was not established, do not count. */
async function catchersOf(
  mutant: string,
  scenarios: readonly string[],
  { run, nameOf }: StudentFeatures,
  seed: number,
): Promise<readonly string[]> {
  if (scenarios.length === 0) return [];
  const { scenarios: judged } = await run(scenarios, { seed, engine: mutant });
  return judged.filter(({ verdict }) => verdict === 'violated').map(({ where }) => nameOf(where));
}

function heldIn(scenarios: readonly ScenarioResult[]): ReadonlySet<string> {
  return new Set(scenarios.filter(({ verdict }) => verdict === 'held').map(({ where }) => where));
}

/**
 * Of features that are to show a fault: the scenarios that hold on the whole lab and that an assertion
 * turns red on the broken one.
 */
export async function showsFault(
  { paths, run, nameOf }: StudentFeatures,
  broken: HandedIn,
  seed: number,
): Promise<readonly string[]> {
  const whole = heldIn((await run(paths, { seed })).scenarios);
  const { scenarios } = await run(paths, { seed, handedIn: broken });
  return scenarios
    .filter(({ where, verdict }) => verdict === 'violated' && whole.has(where))
    .map(({ where }) => nameOf(where));
}
