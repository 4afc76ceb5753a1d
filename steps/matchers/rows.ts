/**
 * The matcher for tables of every noun: routes, neighbours, frames, hops, connections. What is compared
 * and the nearest miss are in rows/compare-rows.ts; here is what a person reads.
 */
import type { Trace } from '../../src/trace/trace';
import { compareRows, printRows, type Row, type RowsWanted } from '../rows/compare-rows';
import { addCheck } from './check';
import { withTraces } from './lost';

/** What the rows are, and what to show below the message. */
export interface RowsContext {
  /** `the routes of k8s-w1`. */
  readonly what: string;
  readonly traces?: readonly Trace[];
}

declare global {
  namespace Chai {
    interface Assertion {
      /** Rows of text that are as a table of the feature says. */
      rowsLike(wanted: RowsWanted, context: RowsContext): void;
    }
  }
}

export const rowsMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'rowsLike', checkRows);
};

function checkRows(
  actual: readonly Row[],
  wanted: RowsWanted,
  context: RowsContext,
): string | undefined {
  const complaint = compareRows(wanted, actual);
  if (complaint === undefined) return undefined;
  const verb = wanted.partial ? 'include' : 'be';
  const message = [
    `expected ${context.what} to ${verb}`,
    printRows(wanted.columns, wanted.rows),
    'but there is',
    actual.length === 0 ? '  nothing' : printRows(wanted.columns, actual),
    complaint,
  ].join('\n');
  return withTraces(message, context.traces ?? []);
}
