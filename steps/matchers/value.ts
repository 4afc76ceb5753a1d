/**
 * The matcher for single values: a sysctl, an address, a TTL, with what they were read from.
 */
import type { Outcome } from '../../src/driver/stimulus';
import { addCheck, type Complaint } from './check';
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
): Complaint | undefined {
  if (actual === wanted) return undefined;
  const is = actual ?? 'not there';
  const message = `expected ${what} to be ${wanted}, but it is ${is}`;
  return {
    message: withTraces(message, outcome === undefined ? [] : storyOf(outcome)),
    mismatch: { subject: what, expected: wanted, actual: is },
  };
}
