/**
 * Who handed in what: the names of folders and archives, and the rows of a roster.
 */
import { folderKeys } from './folder-keys';
import { type Keys, keysFrom } from './keys';
import { pair } from './pair';
import type { RosterRow } from './read-roster';

export interface Matching {
  /** By the name of the folder or archive. */
  readonly students: ReadonlyMap<string, RosterRow>;
  /** Names that are nobody's, may be several's, or are one's together, a sentence each. */
  readonly problems: readonly string[];
  /** Who is in the roster and handed in nothing. */
  readonly missing: readonly RosterRow[];
}

/** @param names of folders and archives, these without `.zip` */
export function matchStudents(names: readonly string[], roster: readonly RosterRow[]): Matching {
  const seekers = names.map((student) => ({ student, keys: folderKeys(student) }));
  const rows = roster.map((row) => ({
    line: row.line,
    name: row.name,
    keys: rosterKeys(row),
    row,
  }));
  const { pairs, problems, unclaimed } = pair(seekers, rows, 'the roster');
  return {
    students: new Map(pairs.map(({ seeker, row }) => [seeker.student, row.row])),
    problems,
    missing: unclaimed.map(({ row }) => row),
  };
}

/** An id may be the university's or Canvas's own: which, the roster does not say. */
export function rosterKeys({ id, name, email, login, folder }: RosterRow): Keys {
  return keysFrom({
    folder: folder === undefined ? [] : [folder],
    canvas: [id],
    id: [id],
    login: login === undefined ? [] : [login],
    email: email === undefined ? [] : [email],
    name: [name],
  });
}
