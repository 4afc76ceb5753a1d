/**
 * Asks every pair of a cluster whether they reach each other, and writes what comes of it into a table that
 * holds: an X stands only where a specification may say X.
 */
import { dropOf } from '../../../steps/matchers/connectivity';
import { REACHABLE, UNREACHABLE } from '../../../steps/rows/truth-table';
import { isAnswered } from '../../../steps/support/exchange';
import { spoken } from '../../../steps/support/references';
import { addressOf } from '../../../steps/support/resolve';
import { pingStimulus } from '../../../steps/support/stimuli';
import type { ClusterWorld } from '../../../steps/support/world';
import type { HostName, Outcome } from '../../driver/stimulus';

/** Headings and cells, as a feature has them. */
export interface Connectivity {
  readonly rows: readonly (readonly string[])[];
  /** Pairs of which an X would prove nothing: neither of both is known to be alive. */
  readonly unproven: readonly (readonly [string, string])[];
}

const UNASKED = '-';

/** Rows are pods and nodes; columns are these and the hosts outside. */
export async function askEverybody(world: ClusterWorld): Promise<Connectivity> {
  const { nodes, outside, workloads } = await world.inventory();
  const inside = [...workloads.map(({ pod }) => pod), ...nodes.map(({ name }) => name)];
  const columns = [...inside, ...outside.map(({ name }) => name)];
  const answers = new Map<HostName, readonly (Outcome | undefined)[]>();
  for (const from of inside) answers.set(from, await askAll(world, from, columns));
  const isAlive = (outcome: Outcome | undefined) => outcome !== undefined && isAnswered(outcome);
  const answersTo = (at: number) => [...answers.values()].map((row) => row[at]);
  const answering = columns.map((_, at) => answersTo(at).some(isAlive));
  const unproven: [string, string][] = [];
  const rows = [...answers].map(([from, row]) => {
    const reaches = row.some(isAlive);
    const cells = row.map((outcome, at) => {
      const word = wordFor(outcome, reaches && answering[at] === true);
      if (outcome !== undefined && word === UNASKED) {
        unproven.push([spoken(from), spoken(columns[at] ?? '')]);
      }
      return word;
    });
    return [spoken(from), ...cells];
  });
  return { rows: [['', ...columns.map(spoken)], ...rows], unproven };
}

/** Whether a feature of it would be about anything. */
export function asksAnything({ rows: [, ...rows] }: Connectivity): boolean {
  return rows.some(([, ...cells]) => cells.some((cell) => cell !== UNASKED));
}

async function askAll(
  world: ClusterWorld,
  from: HostName,
  columns: readonly HostName[],
): Promise<readonly (Outcome | undefined)[]> {
  const row: (Outcome | undefined)[] = [];
  for (const to of columns) {
    const target = await addressOf(world, to);
    row.push(to === from ? undefined : await world.send(pingStimulus(from, target)));
  }
  return row;
}

/** @param isProven whether both ends reach, and answer, somebody */
function wordFor(outcome: Outcome | undefined, isProven: boolean): string {
  if (outcome === undefined) return UNASKED;
  if (isAnswered(outcome)) return REACHABLE;
  const drop = dropOf(outcome);
  // A reason that the sender's own host gives proves nothing of the way.
  if (drop !== undefined && drop.host !== outcome.stimulus.from) return drop.reason;
  return isProven ? UNREACHABLE : UNASKED;
}
