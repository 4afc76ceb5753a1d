/**
 * The first place at which two accounts differ, in the order in which things were asked.
 */
import type { Account, Answer, Row, Table } from './account';
import { normalise } from './normalise';

export interface Difference {
  /** `ping from default/pod1 to 172.16.184.1: frame 2 at k8s-w1 ens5: ip.ttl`. */
  readonly where: string;
  /** What each of the two has there; `nothing` where it has nothing. */
  readonly values: readonly [string, string];
  /** The rows as people know them, where there are two. */
  readonly rows: readonly [string, string] | undefined;
}

export const NOTHING = 'nothing';

/** @returns `undefined` where they are the same */
export function firstDifference(one: Account, other: Account): Difference | undefined {
  const [left, right] = [normalise(one), normalise(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = differenceOfAnswers(left[at], right[at]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function differenceOfAnswers(
  one: Answer | undefined,
  other: Answer | undefined,
): Difference | undefined {
  if (one?.question !== other?.question) {
    const values = [one?.question ?? NOTHING, other?.question ?? NOTHING] as const;
    return { where: 'what was asked', values, rows: undefined };
  }
  const question = one?.question ?? '';
  const [left, right] = [one?.tables ?? [], other?.tables ?? []];
  for (const name of new Set([...left, ...right].map((table) => table.name))) {
    const named = (table: Table) => table.name === name;
    const difference = differenceOfTables(name, left.find(named), right.find(named));
    if (difference === undefined) continue;
    const where = name === question ? difference.where : `${question}: ${difference.where}`;
    return { where, values: difference.values, rows: difference.rows };
  }
  return undefined;
}

function differenceOfTables(
  name: string,
  one: Table | undefined,
  other: Table | undefined,
): Difference | undefined {
  const [left, right] = [one?.rows ?? [], other?.rows ?? []];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [row, otherRow] = [left[at], right[at]];
    const where = placeOf(name, at + 1);
    if (row === undefined || otherRow === undefined) {
      return { where, values: [row?.text ?? NOTHING, otherRow?.text ?? NOTHING], rows: undefined };
    }
    const field = differingField(row, otherRow);
    if (field === undefined) continue;
    return {
      where: `${where}: ${field}`,
      values: [row.fields[field] ?? NOTHING, otherRow.fields[field] ?? NOTHING],
      rows: [row.text, otherRow.text],
    };
  }
  return undefined;
}

/** `frame 2 at k8s-w1 ens5`, `routes of k8s-w1, row 3`. */
function placeOf(name: string, number: number): string {
  return name.startsWith('frames at ')
    ? `frame ${number}${name.slice('frames'.length)}`
    : `${name}, row ${number}`;
}

function differingField(one: Row, other: Row): string | undefined {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  return [...names].find((name) => one.fields[name] !== other.fields[name]);
}
