/**
 * The matcher for single values: a sysctl, an address, a TTL, with what they were read from.
 */
import type { Outcome } from '../../src/driver/stimulus';
import { addCheck } from './check';
import { storyOf, withTraces } from './lost';

declare global {
  namespace Chai {
    interface Assertion {
      /** A text that is this one. @param outcome whose traces explain it, where one does */
      valueLike(wanted: string, what: string, outcome?: Outcome): void;
    }
  }
}

export const valueMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'valueLike', checkValue);
};

function checkValue(
  actual: string | undefined,
  wanted: string,
  what: string,
  outcome?: Outcome,
): string | undefined {
  if (actual === wanted) return undefined;
  const message = `expected ${what} to be ${wanted}, but it is ${actual ?? 'not there'}`;
  return withTraces(message, outcome === undefined ? [] : storyOf(outcome));
}
