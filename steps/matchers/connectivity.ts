/**
 * The matcher for who can reach whom: the whole table, its wrong cells marked and each explained.
 */
import type { Outcome } from '../../src/driver/stimulus';
import type { Fate } from '../../src/trace/trace';
import {
  type Cell,
  printTruthTable,
  REACHABLE,
  type TruthTable,
  UNREACHABLE,
} from '../rows/truth-table';
import { fateOf, isAnswered, repliesOf, requestsOf } from '../support/exchange';
import { addCheck, type Complaint } from './check';
import { whereLost } from './lost';

/** What was asked for each cell; none where nobody asked. */
export type Answers = ReadonlyMap<Cell, Outcome>;

declare global {
  namespace Chai {
    interface Assertion {
      /** Answers that are as the table demands. */
      connectivityLike(table: TruthTable, what: string): void;
    }
  }
}

export const connectivityMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'connectivityLike', checkConnectivity);
};

/** Where the request was dropped, or else its reply. */
export function dropOf(outcome: Outcome): Extract<Fate, { readonly kind: 'dropped' }> | undefined {
  const fates = [...requestsOf(outcome), ...repliesOf(outcome)].map((it) => fateOf(outcome, it));
  return fates.find((fate) => fate?.kind === 'dropped');
}

/** Whether the outcome is what the cell demands. */
function fitsCell({ wanted }: Cell, outcome: Outcome): boolean {
  if (wanted === REACHABLE) return isAnswered(outcome);
  if (wanted === UNREACHABLE) return !isAnswered(outcome);
  return !isAnswered(outcome) && dropOf(outcome)?.reason === wanted;
}

function checkConnectivity(
  answers: Answers,
  table: TruthTable,
  what: string,
): Complaint | undefined {
  const wrong = new Map([...answers].filter(([cell, outcome]) => !fitsCell(cell, outcome)));
  if (wrong.size === 0) return undefined;
  const expected = printTruthTable(table, ({ wanted }) => wanted ?? '-');
  const actual = printTruthTable(table, (cell) => actualWord(cell, answers.get(cell), wrong));
  const lines = [...wrong].map(([cell, outcome]) => lineFor(cell, outcome));
  return {
    message: [`expected ${what} to be`, expected, 'but it is', actual, ...lines].join('\n'),
    mismatch: { subject: what, expected, actual, ...causeOf(lines) },
  };
}

/** A right cell as the feature says it; a wrong one with a mark, and with the reason that it has. */
function actualWord(cell: Cell, outcome: Outcome | undefined, wrong: Answers): string {
  if (outcome === undefined) return '-';
  return wrong.has(cell) ? `! ${wordFor(outcome)}` : (cell.wanted ?? '-');
}

/** `.`, the reason of a drop, or `X` where there is none. */
function wordFor(outcome: Outcome): string {
  return isAnswered(outcome) ? REACHABLE : (dropOf(outcome)?.reason ?? UNREACHABLE);
}

function lineFor({ from, to, wanted }: Cell, outcome: Outcome): string {
  const pair = `${from} to ${to}: expected ${wanted}`;
  if (isAnswered(outcome)) return `${pair}, but it is answered`;
  return `${pair}, but ${whereLost(outcome)[0] ?? 'nothing was sent'}`;
}

function causeOf([first]: readonly string[]): { readonly cause?: string } {
  return first === undefined ? {} : { cause: first };
}
