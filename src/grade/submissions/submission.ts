/**
 * What somebody handed in, as files in memory: their paths have slashes, lead nowhere else, and are in
 * the order of their names. Read by src/cli/grade/intake/, from a folder or an archive.
 */

export interface Submission {
  /** The name of the folder or archive that it came in. */
  readonly student: string;
  readonly files: readonly SubmittedFile[];
  /** What was left out and why, a sentence each: links, files that are too large. */
  readonly problems: readonly string[];
}

export interface SubmittedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Nothing of a submission can be judged: it is no archive, or tries to be something else. */
export class UngradableError extends Error {
  override readonly name = 'UngradableError';
}
