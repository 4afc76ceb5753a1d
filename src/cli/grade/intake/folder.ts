/**
 * A submission in a folder. Links are never followed, for they may lead anywhere.
 */
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SubmissionLimits } from '../../../grade/model/assignment';
import {
  type Submission,
  type SubmittedFile,
  UngradableError,
} from '../../../grade/submissions/submission';
import { IntakeCount, safePath, shown } from './intake-limits';

/** @throws UngradableError where it is too much, or names are not to be trusted */
export function readFolder(folder: string, limits: SubmissionLimits): Submission {
  const count = new IntakeCount(limits);
  const files: SubmittedFile[] = [];
  const problems: string[] = [];
  const visit = (path: string) => {
    for (const entry of entriesOf(join(folder, path))) {
      count.addEntry();
      const inner = safePath(path === '' ? entry.name : `${path}/${entry.name}`);
      refuseOtherName(join(folder, inner), inner);
      if (entry.isDirectory()) visit(inner);
      else if (!entry.isFile()) problems.push(`${inner}: ${whatIsNoFile(entry)}, left out`);
      else {
        count.addFile();
        count.addBytes(lstatSync(join(folder, inner)).size);
        files.push({ path: inner, bytes: readFileSync(join(folder, inner)) });
      }
    }
  };
  refuseOtherName(folder, basename(folder));
  visit('');
  return { student: basename(folder), files, problems };
}

/**
 * A name that is no UTF-8, as a ZIP of Korean Windows leaves it on Linux, is read as one that there is not.
 * @throws UngradableError
 */
export function refuseOtherName(path: string, name: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return;
  throw new UngradableError(`${shown(name)}: a name that is not in UTF-8`);
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

function whatIsNoFile(entry: Dirent): string {
  return entry.isSymbolicLink() ? 'a symbolic link' : 'neither a file nor a folder';
}
