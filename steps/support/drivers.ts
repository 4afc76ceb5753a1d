/**
 * The drivers by the name that a run chooses them with. This is the one place of steps/ that knows how
 * a driver is made; what it is made of, nobody here knows.
 */

import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type { Driver } from '../../src/driver/driver';
import { newSimDriver } from '../../src/driver/sim/sim';
import { deadDriver } from './dead-driver';

/** Cucumber's worldParameters. */
export interface RunParameters {
  readonly driver: string;
  /** The dice of the run: the same seed gives the same captures. */
  readonly seed: number;
  /** Whether frames are written to bytes and read back on every link. */
  readonly wire: boolean;
}

const DRIVERS: Readonly<Record<string, (parameters: RunParameters) => Driver>> = {
  sim: ({ seed, wire }) => newSimDriver({ seed, wire }),
  dead: ({ seed, wire }) => deadDriver(newSimDriver({ seed, wire })),
};

export function newDriver(parameters: RunParameters): Driver {
  const make = Object.hasOwn(DRIVERS, parameters.driver) ? DRIVERS[parameters.driver] : undefined;
  if (make !== undefined) return make(parameters);
  const names = Object.keys(DRIVERS);
  throw new RangeError(
    `there is no driver ${parameters.driver}${didYouMeanOneOf(parameters.driver, names)}`,
  );
}
