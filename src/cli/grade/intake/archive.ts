/**
 * A submission in a ZIP archive. Nothing is written to disk; names are looked at before anything is
 * unpacked, and bytes are counted as they come, for an archive may say anything of itself.
 */
import { basename } from 'node:path';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { SubmissionLimits } from '../../../grade/model/assignment';
import {
  type Submission,
  type SubmittedFile,
  UngradableError,
} from '../../../grade/submissions/submission';
import { entriesMax, IntakeCount, safePath, shown, tooMany } from './intake-limits';
import { nameOf } from './zip-names';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const ENCRYPTED = 1;

/** @throws UngradableError where it is no archive, too much, or names are not to be trusted */
export async function readArchive(
  path: string,
  bytes: Buffer,
  limits: SubmissionLimits,
): Promise<Submission> {
  const archive = await open(bytes);
  try {
    if (archive.entryCount > entriesMax(limits)) throw tooMany(limits);
    const { files, problems } = await readAll(archive, new IntakeCount(limits));
    refuseTwins(files);
    files.sort((one, other) => (one.path < other.path ? -1 : 1));
    return { student: basename(path).replace(/\.zip$/i, ''), files: withoutRoot(files), problems };
  } catch (error) {
    if (error instanceof UngradableError) throw error;
    throw new UngradableError(`the archive is damaged: ${messageOf(error)}`);
  } finally {
    archive.close();
  }
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    // Names are decoded, and checked, here: archives of Korean Windows say nothing of their encoding.
    return await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
  } catch (error) {
    throw new UngradableError(`no ZIP archive: ${messageOf(error)}`);
  }
}

async function readAll(
  archive: ZipFile,
  count: IntakeCount,
): Promise<{ readonly files: SubmittedFile[]; readonly problems: readonly string[] }> {
  const files: SubmittedFile[] = [];
  const problems: string[] = [];
  for await (const entry of archive.eachEntry()) {
    const path = safePath(nameOf(entry));
    if (path === '' || nameOf(entry).endsWith('/')) continue;
    if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
      problems.push(`${path}: a symbolic link, left out`);
      continue;
    }
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
      throw new UngradableError(`${path}: is locked with a password`);
    }
    count.addFile();
    files.push({ path, bytes: await contentOf(archive, entry, count) });
  }
  return { files, problems };
}

async function contentOf(archive: ZipFile, entry: Entry, count: IntakeCount): Promise<Uint8Array> {
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    count.addBytes(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A disk has one file of a name, and none that is a folder as well; an archive may have both. */
function refuseTwins(files: readonly SubmittedFile[]): void {
  const paths = new Set(files.map(({ path }) => path));
  if (paths.size < files.length) {
    const seen = new Set<string>();
    const twin = files.find(({ path }) => seen.size === seen.add(path).size)?.path ?? '';
    throw new UngradableError(`${shown(twin)}: is in it twice`);
  }
  for (const path of paths) {
    const parts = path.split('/');
    const file = parts.map((_, at) => parts.slice(0, at).join('/')).find((one) => paths.has(one));
    if (file !== undefined) throw new UngradableError(`${shown(file)}: is a file and a folder`);
  }
}

/** Archives are often made of one folder, whose name says nothing. */
function withoutRoot(files: readonly SubmittedFile[]): readonly SubmittedFile[] {
  const own = files.filter(({ path }) => !path.startsWith('__MACOSX/'));
  const root = own[0]?.path.split('/')[0];
  const isWrapped = own.length > 0 && own.every(({ path }) => path.startsWith(`${root}/`));
  if (!isWrapped || root === undefined) return own;
  return own.map(({ path, bytes }) => ({ path: path.slice(root.length + 1), bytes }));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
