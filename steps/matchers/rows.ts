/**
 * The matcher for tables of every noun: routes, neighbours, frames, hops, connections. What is compared
 * and the nearest miss are in rows/compare-rows.ts; here is what a person reads.
 */
import type { Trace } from '../../src/trace/trace';
import {
  compareRows,
  nearestMiss,
  printRows,
  type Row,
  type RowsWanted,
} from '../rows/compare-rows';
import { addCheck, type Complaint } from './check';
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
): Complaint | undefined {
  const complaint = compareRows(wanted, actual);
  if (complaint === undefined) return undefined;
  const verb = wanted.partial ? 'include' : 'be';
  const [expected, there] = [
    printRows(wanted.columns, wanted.rows),
    actual.length === 0 ? '  nothing' : printRows(wanted.columns, actual),
  ];
  const message = [
    `expected ${context.what} to ${verb}`,
    expected,
    'but there is',
    there,
    complaint,
  ].join('\n');
  const nearest = nearestMiss(wanted, actual);
  const mismatch = { subject: context.what, expected, actual: there };
  return {
    message: withTraces(message, context.traces ?? []),
    mismatch:
      nearest === undefined
        ? mismatch
        : { ...mismatch, nearest: { what: `a row of ${context.what}`, fields: nearest } },
  };
}
