/**
 * Whether scenarios say anything: those that held are run once more on engines on which none should, and
 * which of them hold there is told. A scenario about what is programmed may rightly hold on a dead network:
 * it is named only where its assertions rest on what the dead engine makes up.
 */
import { DEAD_ENGINES, type DeadEngine } from '../../../steps/support/dead/index';
import { type CucumberOptions, cucumberRun } from './cucumber-run';
import { type RunRecord, RunRecorder, type ScenarioResult } from './run-record';

export interface Proof {
  /** Holds where nothing is delivered, or where nothing is seen: it establishes nothing. */
  readonly vacuous: readonly Vacuous[];
  /** Holds wherever everything is delivered: it says that the network works, and not how. */
  readonly weak: readonly ScenarioResult[];
  /** Held, and could not be tried: the feature is another by now. */
  readonly missing: readonly ScenarioResult[];
  /** How many scenarios were tried. */
  readonly tried: number;
}

export interface Vacuous {
  readonly scenario: ScenarioResult;
  /** `nothing is delivered`. */
  readonly where: readonly string[];
}

/** @param options of the run in which they held */
export async function prove({ scenarios }: RunRecord, options: CucumberOptions): Promise<Proof> {
  const held = scenarios.filter(({ verdict }) => verdict === 'held');
  const trials = new Map<DeadEngine, Trial>();
  for (const engine of DEAD_ENGINES) trials.set(engine, await tryOn(engine, held, options));
  const isTried = ({ where }: ScenarioResult) =>
    [...trials.values()].every(({ tried }) => tried.has(where));
  const found = held.filter(isTried).map((scenario) => {
    const engines = DEAD_ENGINES.filter((it) => trials.get(it)?.resting.has(scenario.where));
    const dead = engines.filter(({ name }) => name !== 'open');
    return { scenario, where: dead.map(({ where }) => where), isWeak: engines.length > 0 };
  });
  return {
    vacuous: found.filter(({ where }) => where.length > 0),
    weak: found.flatMap((it) => (it.isWeak && it.where.length === 0 ? [it.scenario] : [])),
    missing: held.filter((scenario) => !isTried(scenario)),
    tried: found.length,
  };
}

/** What came of scenarios on an engine, by their places. */
interface Trial {
  readonly tried: ReadonlySet<string>;
  /** They hold by what the engine makes up. */
  readonly resting: ReadonlySet<string>;
}

async function tryOn(
  { name, invents }: DeadEngine,
  scenarios: readonly ScenarioResult[],
  { seed, wire, patience, handedIn, language }: CucumberOptions,
): Promise<Trial> {
  const paths = scenarios.map(({ where }) => where);
  if (paths.length === 0) return { tried: new Set(), resting: new Set() };
  const recorder = new RunRecorder();
  const options = {
    driver: name,
    seed,
    wire,
    patience,
    evidence: 'none' as const,
    ...(handedIn === undefined ? {} : { handedIn }),
    ...(language === undefined ? {} : { language }),
  };
  await cucumberRun(paths, options, (envelope) => recorder.take(envelope));
  const again = recorder.record().scenarios;
  const made: ReadonlySet<string> = invents;
  const resting = again.filter(
    ({ verdict, asked }) => verdict === 'held' && asked.some((question) => made.has(question)),
  );
  return { tried: placesOf(again), resting: placesOf(resting) };
}

function placesOf(scenarios: readonly ScenarioResult[]): ReadonlySet<string> {
  return new Set(scenarios.map(({ where }) => where));
}

/** Whether each scenario that held was tried, and says something. */
export function isSound({ vacuous, missing }: Proof): boolean {
  return vacuous.length === 0 && missing.length === 0;
}
