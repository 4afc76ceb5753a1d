/**
 * Whether scenarios say anything: those that held are run once more on engines on which none should, and
 * which of them hold there is told. A scenario about what is programmed may rightly hold on a dead network:
 * it is named only where its assertions rest on what the dead engine makes up.
 */
import { DEAD_ENGINES, type DeadEngine } from '../../../steps/support/dead/index';
import type { Paint } from '../paint';
import { type CucumberOptions, cucumberRun } from './cucumber-run';
import { type RunRecord, RunRecorder, type ScenarioResult } from './run-record';

export interface Proof {
  /** Holds where nothing is delivered, or where nothing is seen: it establishes nothing. */
  readonly vacuous: readonly Vacuous[];
  /** Holds wherever everything is delivered: it says that the network works, and not how. */
  readonly weak: readonly ScenarioResult[];
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
  const heldOn = new Map<DeadEngine, ReadonlySet<string>>();
  for (const engine of DEAD_ENGINES) heldOn.set(engine, await placesHeldOn(engine, held, options));
  const enginesOf = ({ where }: ScenarioResult) =>
    DEAD_ENGINES.filter((engine) => heldOn.get(engine)?.has(where));
  const found = held.map((scenario) => {
    const engines = enginesOf(scenario).filter(({ name }) => name !== 'open');
    return { scenario, where: engines.map(({ where }) => where) };
  });
  return {
    vacuous: found.filter(({ where }) => where.length > 0),
    weak: held.filter((it) => enginesOf(it).some(({ name }) => name === 'open')),
    tried: held.length,
  };
}

/** Where the scenarios stand that hold on an engine by what it makes up. */
async function placesHeldOn(
  { name, invents }: DeadEngine,
  scenarios: readonly ScenarioResult[],
  { seed, wire, patience, handedIn, language }: CucumberOptions,
): Promise<ReadonlySet<string>> {
  const paths = scenarios.map(({ where }) => where);
  if (paths.length === 0) return new Set();
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
  const rested = recorder.record().scenarios.filter(({ verdict, asked }) => {
    const made = asked.filter((question) => (invents as ReadonlySet<string>).has(question));
    return verdict === 'held' && made.length > 0;
  });
  return new Set(rested.map(({ where }) => where));
}

/** So many weak scenarios are named; they are no fault. */
const WEAK_MAX = 5;

/** What a person reads of a proof. */
export function tellProof({ vacuous, weak, tried }: Proof, paint: Paint): readonly string[] {
  const blocks = vacuous.map(({ scenario, where }) =>
    [
      `${paint('yellow', 'says nothing')}: ${scenario.name}`,
      paint('gray', `  ${scenario.where}`),
      `    it holds as well where ${where.join(', and where ')}; assert what only a living network`,
      '    shows: that a ping succeeds, where a packet was seen, what a table holds',
    ].join('\n'),
  );
  const names = weak.slice(0, WEAK_MAX).map(({ where, name }) => `  ${where} ${name}`);
  if (weak.length > WEAK_MAX) names.push(`  … and ${weak.length - WEAK_MAX} more`);
  const lines = [
    `proof: ${tried - vacuous.length} of ${tried} scenarios that held say something (tried where ` +
      `${DEAD_ENGINES.map(({ where }) => where).join(', ')})`,
  ];
  if (weak.length > 0) {
    lines.push(
      `${weak.length} ${weak.length === 1 ? 'holds' : 'hold'} on any network that delivers everything: that it works is said, not how`,
      ...names,
    );
  }
  return [...blocks, lines.join('\n')];
}
