/**
 * Runs features on two drivers and says where they differ, on the terminal and in `compare.html`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDriver } from '../../../steps/support/drivers';
import { compareScenarios } from '../../compare/comparison';
import { NotObservedError } from '../../driver/driver';
import { comparePage } from '../../report/compare-page';
import type { ComparedScenario } from '../../report/compared-scenario';
import { EXIT, nothingEstablished, wrongUse } from '../exit-code';
import { paintFor } from '../paint';
import type { CucumberOptions } from '../run/cucumber-run';
import { featurePaths } from '../run/feature-paths';
import { progressOn } from '../run/progress';
import { ComparedCaptures } from './compared-captures';
import { type RecordedScenario, recordedRun } from './recorded-run';
import { countsOf, lineOf } from './say-compared';

/** The options of `calicumber compare`, as commander reads them. */
export interface CompareOptions {
  /** Two. */
  readonly with: readonly string[];
  readonly seed: number;
  /** Seconds. */
  readonly patience: number;
  readonly reports: string;
  readonly tags?: string;
  readonly name?: string;
}

const PAGE = 'compare.html';

/** @returns the exit status */
export async function compare(given: readonly string[], options: CompareOptions): Promise<number> {
  const paths = featurePaths(given);
  const runs = runsOf(options);
  for (const run of runs) await checkDriver(run);
  const captures = new ComparedCaptures(options.reports);
  const { compared, nothing } = await compareRuns(paths, runs, captures);
  const drivers = namesOf(runs);
  writeFileSync(join(options.reports, PAGE), comparePage(drivers, compared));
  const where = `The report is ${join(options.reports, PAGE)}`;
  const last = nothing === undefined ? [] : [nothing];
  process.stdout.write(`${[countsOf(compared), ...last, where].join('\n')}\n`);
  return exitOf(compared, nothing);
}

type RunPair = readonly [CucumberOptions, CucumberOptions];

/** The same driver twice gets two seeds: what it draws must make no difference. */
function runsOf({
  with: [first = '', second = ''],
  seed,
  patience,
  tags,
  name,
}: CompareOptions): RunPair {
  const shared = { wire: false, evidence: 'lean' as const, patience };
  const filters = {
    ...(tags === undefined ? {} : { tags }),
    ...(name === undefined ? {} : { name: [name] }),
  };
  return [
    { ...shared, ...filters, driver: first, seed },
    { ...shared, ...filters, driver: second, seed: first === second ? seed + 1 : seed },
  ];
}

/** `sim` and `netns`; of two that are called the same the second is `sim-2`. */
function namesOf([one, other]: RunPair): readonly [string, string] {
  const second = one.driver === other.driver ? `${other.driver}-2` : other.driver;
  return [one.driver, second];
}

async function compareRuns(
  paths: readonly string[],
  [first, second]: RunPair,
  captures: ComparedCaptures,
): Promise<{
  readonly compared: readonly ComparedScenario[];
  readonly nothing: string | undefined;
}> {
  const [one, other] = namesOf([first, second]);
  const waiting = new Map<
    string,
    { readonly scenario: RecordedScenario; readonly capture: string }
  >();
  const compared: ComparedScenario[] = [];
  const progress = progressOn(process.stderr);
  const paint = paintFor(process.stdout.isTTY === true);
  const firstRun = await recordedRun(paths, first, (scenario, done, planned) => {
    progress.show(done, planned * 2);
    const capture = captures.write(waiting.size + 1, one, scenario.frames);
    waiting.set(scenario.where, { scenario: { ...scenario, driver: one, frames: [] }, capture });
  });
  const numbers = [...waiting.keys()];
  const secondRun = await recordedRun(paths, second, (scenario, done, planned) => {
    progress.show(planned + done, planned * 2);
    const { where, name, frames } = scenario;
    const before = waiting.get(where);
    if (before === undefined) return;
    waiting.delete(where);
    const capture = captures.write(numbers.indexOf(where) + 1, other, frames);
    const comparison = compareScenarios(before.scenario, { ...scenario, driver: other });
    const result = { where, name, comparison, captures: [before.capture, capture] as const };
    compared.push(result);
    progress.clear();
    process.stdout.write(`${lineOf(result, [one, other], paint)}\n`);
  });
  for (const { scenario, capture } of waiting.values()) {
    compared.push(onlyOn(one, scenario, capture));
  }
  return { compared, nothing: firstRun ?? secondRun };
}

/** A scenario that the second run never came to. */
function onlyOn(
  driver: string,
  { where, name }: RecordedScenario,
  capture: string,
): ComparedScenario {
  const comparison = { kind: 'not comparable', why: `it was run on ${driver} only` } as const;
  return { where, name, comparison, captures: [capture, ''] };
}

function exitOf(compared: readonly ComparedScenario[], nothing: string | undefined): number {
  const kinds = compared.map(({ comparison }) => comparison.kind);
  if (kinds.includes('differs')) return EXIT.violated;
  return kinds.includes('same') && nothing === undefined ? EXIT.held : EXIT.notEstablished;
}

/** @throws CliError where there is no such driver, or where it cannot work on this machine */
async function checkDriver(options: CucumberOptions): Promise<void> {
  try {
    await (await newDriver(options)).close();
  } catch (error) {
    if (error instanceof NotObservedError) throw nothingEstablished(error.message);
    if (error instanceof RangeError) throw wrongUse(error.message);
    throw error;
  }
}
