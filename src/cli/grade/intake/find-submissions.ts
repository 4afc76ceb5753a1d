/**
 * What was handed in: in a folder each folder or archive is one student's; hidden ones are nobody's. Of
 * archives only ZIP is read; who packed with something else is told so.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SubmissionLimits } from '../../../grade/model/assignment';
import type { Submission } from '../../../grade/submissions/submission';
import { nothingEstablished, wrongUse } from '../../exit-code';
import { readArchive } from './archive';
import { readFolder, refuseOtherName } from './folder';
import { refuseArchiveOf } from './intake-limits';

const ARCHIVE = /\.(zip|rar|7z|alz|egg|tar|tgz|tar\.(gz|bz2|xz))$/i;
/** `..x` is an odd name, but hides nothing. */
const HIDDEN = /^\.(?!\.)/;

export interface FoundSubmission {
  /** The name of the folder or archive, without `.zip` and the like. */
  readonly student: string;
  /** @throws UngradableError where it cannot be opened */
  read(limits: SubmissionLimits): Promise<Submission>;
}

/** @throws CliError where there are none, or two of one name */
export function findSubmissions(path: string): readonly FoundSubmission[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw wrongUse(`there is no folder ${path}; submissions are folders or ZIP archives in one`);
  }
  const found = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !HIDDEN.test(name))
    .filter((entry) => entry.isDirectory() || (entry.isFile() && ARCHIVE.test(entry.name)))
    .map((entry) => foundIn(join(path, entry.name), entry.name, entry.isDirectory()))
    .sort((one, other) => (one.student < other.student ? -1 : 1));
  if (found.length === 0) throw nothingEstablished(`there is no submission in ${path}`);
  const twin = found.find(({ student }, at) => student === found[at + 1]?.student);
  if (twin !== undefined) {
    throw wrongUse(
      `${twin.student} is there twice in ${path}: as a folder and an archive, or as two archives`,
    );
  }
  return found;
}

function foundIn(path: string, name: string, isFolder: boolean): FoundSubmission {
  if (isFolder) return { student: name, read: async (limits) => readFolder(path, limits) };
  return {
    student: name.replace(ARCHIVE, ''),
    read: async (limits) => {
      refuseOtherName(path, name);
      refuseArchiveOf(statSync(path).size, limits);
      return readArchive(path, readFileSync(path), limits);
    },
  };
}
