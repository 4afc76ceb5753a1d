/**
 * What every kind of gradebook offers: to know its own exports, and to fill one in. A gradebook is a
 * teacher's own file; what comes back is that file with some cells changed.
 */
import type { Keys } from '../roster/keys';
import type { Table } from './cells';

export interface Gradebook {
  /** `a Canvas gradebook`. */
  readonly title: string;
  /** By what it is known, for who is told that a file is none: a part of a sentence. */
  readonly lookedFor: string;
  readonly isOne: (table: Table) => boolean;
  /** @throws TableError where no column can be the one for the grades */
  readonly fill: (table: Table, students: readonly GradedStudent[], columns: Columns) => Filled;
}

/** What goes into a gradebook. */
export interface GradedStudent {
  /** The name of the folder or archive. */
  readonly student: string;
  readonly keys: Keys;
  /** Rounded. */
  readonly score: number;
  readonly maxScore: number;
  /** Plain text, of which some may be the student's; empty where nothing is to be said. */
  readonly feedback: string;
}

/** How the teacher calls the columns, where they cannot be known. */
export interface Columns {
  /** A header, or in Canvas an assignment's title or number. */
  readonly grade?: string;
  readonly feedback?: string;
}

export interface Filled {
  readonly text: string;
  /** How many students have their grade in it now. */
  readonly filled: number;
  /** Whose grade is not in it and why, and what else the teacher should see; a sentence each. */
  readonly problems: readonly string[];
}
