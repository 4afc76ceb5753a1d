/**
 * The drivers by the name that a run chooses them with. This is the one place of steps/ that knows how
 * a driver is made; what it is made of, nobody here knows.
 */

import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type { EngineVariant } from '../../src/cluster/engine-variant';
import type { Driver } from '../../src/driver/driver';
import { newSimDriver, type SimOptions } from '../../src/driver/sim/sim';
import { DEAD_LINKS } from '../../src/faults/dead-links';
import { MUTANTS } from '../../src/faults/mutants/index';
import type { Wheat } from '../../src/faults/wheat';
import { WHEATS } from '../../src/faults/wheats/index';
import { DEAD_ENGINES } from './dead/index';
import type { HandedIn } from './handed-in';

/** Of what a report shows pictures, hops and captures: of every scenario, of those that failed, of none. */
export type EvidenceLevel = 'full' | 'lean' | 'none';

/** Who tells the nodes of a real kernel each other's routes: this program, or real BIRD daemons. */
export type BgpSpeaker = 'calicumber' | 'bird';

/** Cucumber's worldParameters. */
export interface RunParameters {
  readonly driver: string;
  /** The dice of the run: the same seed gives the same captures. */
  readonly seed: number;
  /** Whether frames are written to bytes and read back on every link. */
  readonly wire: boolean;
  /** What a scenario that held leaves for the report; `full` where nothing is said. */
  readonly evidence?: EvidenceLevel;
  /** How long a sentence may wait where time is real, in seconds. */
  readonly patience?: number;
  readonly bgp?: BgpSpeaker;
  /** A mutant or a wheat to run on in place of the right engine, by its name; only on `sim`. */
  readonly variant?: string;
  /** What somebody handed in to be judged. */
  readonly handedIn?: HandedIn;
}

const DRIVERS: Readonly<Record<string, (parameters: RunParameters) => Driver | Promise<Driver>>> = {
  sim: (parameters) => newSim(parameters),
  ...Object.fromEntries(
    DEAD_ENGINES.map(
      ({ name, isDead, of }) =>
        [name, (asked) => of(isDead ? newDead(asked) : newSim(asked))] as const,
    ),
  ),
  // Loaded by those who want it: it needs Node, and its own tools.
  netns: ({ seed, patience = 10, bgp = 'calicumber' }) =>
    loadNetns().newNetnsDriver({ seed, patienceMs: patience * 1000, bgp }),
  // Of another process, which has made it.
  remote: () => loadRemote().newRemoteDriver(),
  kubectl: ({ patience = 10 }) =>
    loadKubectl().newKubectlDriver({ patienceMs: patience * 1000, environment: process.env }),
};

function newSim({ seed, wire, variant }: RunParameters): Driver {
  return newSimDriver({ seed, wire, ...variantNamed(variant) });
}

function newDead({ seed, wire }: RunParameters): Driver {
  return newSimDriver({ seed, wire, variant: DEAD_LINKS });
}

function loadRemote() {
  return require('../../src/driver/remote/remote') as typeof import('../../src/driver/remote/remote');
}

function loadNetns() {
  return require('../../src/driver/netns/netns') as typeof import('../../src/driver/netns/netns');
}

function loadKubectl() {
  return require('../../src/driver/kubectl/kubectl') as typeof import('../../src/driver/kubectl/kubectl');
}

const VARIANTS: readonly (EngineVariant & Pick<Wheat, 'seed'>)[] = [...MUTANTS, ...WHEATS];

/** @throws RangeError where there is no such variant */
function variantNamed(name: string | undefined): Partial<SimOptions> {
  if (name === undefined) return {};
  const variant = VARIANTS.find((other) => other.name === name);
  if (variant === undefined) {
    const names = VARIANTS.map((other) => other.name);
    throw new RangeError(`there is no engine ${name}${didYouMeanOneOf(name, names)}`);
  }
  return variant.seed === undefined ? { variant } : { variant, seed: variant.seed };
}

/** Drivers whose engine is ours to choose. */
const SIMULATED: ReadonlySet<string> = new Set(['sim', ...DEAD_ENGINES.map(({ name }) => name)]);

/** Those that judge a specification; a dead network only judges whether one proves anything. */
const OFFERED = ['sim', 'netns', 'kubectl'];

/** Stands between a scenario and its driver; one that takes its time lets the process do other things meanwhile. */
export type Watch = (driver: Driver) => Driver | Promise<Driver>;

let watch: Watch | undefined;

/** Whoever compares drivers watches each that is made from now on in this process; `undefined` ends it. */
export function watchDrivers(next: Watch | undefined): void {
  watch = next;
}

/** @throws RangeError where there is no such driver; NotObservedError where it cannot work here */
export async function newDriver(parameters: RunParameters): Promise<Driver> {
  if (parameters.variant !== undefined && !SIMULATED.has(parameters.driver)) {
    throw new RangeError(`the engine of ${parameters.driver} is what it is; --engine is for sim`);
  }
  const make = Object.hasOwn(DRIVERS, parameters.driver) ? DRIVERS[parameters.driver] : undefined;
  if (make !== undefined) {
    const driver = await make(parameters);
    return watch === undefined ? driver : watch(driver);
  }
  throw new RangeError(
    `there is no driver ${parameters.driver}${didYouMeanOneOf(parameters.driver, OFFERED)}`,
  );
}
