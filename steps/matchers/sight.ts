/**
 * Matchers about where frames were seen, and where not.
 */
import type { Trace } from '../../src/trace/trace';
import { printRows, type Row } from '../rows/compare-rows';
import { addCheck, type Complaint } from './check';
import { withTraces } from './lost';

declare global {
  namespace Chai {
    interface Assertion {
      /** Frames (as rows) that are none at all. @param what `the ping on ens5 of k8s-w1` */
      unseen(what: string, traces: readonly Trace[]): void;
      /** Frames of which there is at least one. @param elsewhere where frames were seen instead */
      seen(what: string, elsewhere: readonly Row[], traces: readonly Trace[]): void;
    }
  }
}

const COLUMNS = ['host', 'interface', 'direction', 'frame'];

export const sightMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'unseen', checkUnseen);
  addCheck(chai, utils, 'seen', checkSeen);
};

function checkUnseen(
  frames: readonly Row[],
  what: string,
  traces: readonly Trace[],
): Complaint | undefined {
  if (frames.length === 0) return undefined;
  const actual = printRows(COLUMNS, frames);
  const message = `expected nothing of ${what} to be seen, but this was\n${actual}`;
  return {
    message: withTraces(message, traces),
    mismatch: { subject: what, expected: 'not seen', actual },
  };
}

function checkSeen(
  frames: readonly Row[],
  what: string,
  elsewhere: readonly Row[],
  traces: readonly Trace[],
): Complaint | undefined {
  if (frames.length > 0) return undefined;
  const seen = elsewhere.length === 0 ? 'nowhere' : `only here\n${printRows(COLUMNS, elsewhere)}`;
  return {
    message: withTraces(`expected ${what} to be seen, but it was seen ${seen}`, traces),
    mismatch: { subject: what, expected: 'seen', actual: `seen ${seen}` },
  };
}
