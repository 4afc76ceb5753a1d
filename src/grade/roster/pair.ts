/**
 * Who in one list is who in another. What points to nobody says nothing; all else must point to the same
 * one, for a grade in another's row is worse than one that is missing and said to be.
 */
import { KEY_KINDS, type KeyKind, type Keys } from './keys';

export interface Seeker {
  /** The name of the folder or archive. */
  readonly student: string;
  readonly keys: Keys;
}

export interface Listed {
  /** What people call the row. */
  readonly name: string;
  /** In the file; counts from 1. */
  readonly line: number;
  readonly keys: Keys;
}

export interface Pairing<One extends Seeker, Row extends Listed> {
  readonly pairs: readonly { readonly seeker: One; readonly row: Row }[];
  /** Who is nobody, may be several, or is one with another, a sentence each. */
  readonly problems: readonly string[];
  /** The rows that nobody may be. */
  readonly unclaimed: readonly Row[];
}

/** @param place what the rows are of, in sentences: `the roster` */
export function pair<One extends Seeker, Row extends Listed>(
  seekers: readonly One[],
  rows: readonly Row[],
  place: string,
): Pairing<One, Row> {
  const index = indexOf(rows);
  const claims = new Map<Row, One[]>(rows.map((row) => [row, []]));
  const claimed = new Set<Row>();
  const problems: string[] = [];
  for (const seeker of seekers) {
    const found = [...candidates(seeker.keys, index)];
    const [row, another] = found;
    for (const one of found) claimed.add(one);
    if (row === undefined) problems.push(`${seeker.student}: is not in ${place}`);
    else if (another === undefined) claims.get(row)?.push(seeker);
    else problems.push(`${seeker.student}: may be ${found.map(title).join(' or ')} of ${place}`);
  }
  const pairs: { seeker: One; row: Row }[] = [];
  for (const [row, [seeker, ...others]] of claims) {
    if (seeker === undefined) continue;
    if (others.length === 0) pairs.push({ seeker, row });
    else {
      const all = [seeker, ...others].map(({ student }) => student).join(' and ');
      problems.push(`${all}: are all ${title(row)} of ${place}`);
    }
  }
  return { pairs, problems, unclaimed: rows.filter((row) => !claimed.has(row)) };
}

/** By kind, and by key. */
type Index<Row> = Readonly<Record<KeyKind, ReadonlyMap<string, readonly Row[]>>>;

function indexOf<Row extends Listed>(rows: readonly Row[]): Index<Row> {
  const byKey = (kind: KeyKind) => {
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      for (const key of row.keys[kind]) found.set(key, [...(found.get(key) ?? []), row]);
    }
    return found;
  };
  return {
    folder: byKey('folder'),
    canvas: byKey('canvas'),
    participant: byKey('participant'),
    id: byKey('id'),
    login: byKey('login'),
    email: byKey('email'),
    name: byKey('name'),
  };
}

/** Those that all kinds of keys point to; where there are none such, those that any does. */
function candidates<Row extends Listed>(keys: Keys, index: Index<Row>): ReadonlySet<Row> {
  const all = new Set<Row>();
  let common: ReadonlySet<Row> | undefined;
  for (const kind of KEY_KINDS) {
    const found = new Set(keys[kind].flatMap((key) => index[kind].get(key) ?? []));
    if (found.size === 0) continue;
    // Somebody wrote into the roster what the folder is called: nothing else needs to be asked.
    if (kind === 'folder') return found;
    for (const row of found) all.add(row);
    common = new Set([...(common ?? found)].filter((row) => found.has(row)));
  }
  return common === undefined || common.size === 0 ? all : common;
}

function title({ name, line }: Listed): string {
  return `${name} (line ${line})`;
}
