/**
 * How much a submission may be, and what its paths may be: far more than anybody hands in.
 */
import type { SubmissionLimits } from '../../../grade/model/assignment';
import { UngradableError } from '../../../grade/submissions/submission';

const PATH_MAX = 200;
const DEPTH_MAX = 10;
/** What an archive needs for an entry beside its content (APPNOTE 4.3.7, 4.3.12), rounded up. */
const HEADERS_BYTES = 1024;

/** Beside the files there are folders, and what is left out: as many again. */
export function entriesMax({ filesMax }: SubmissionLimits): number {
  return filesMax * 2;
}

/** Asked before an archive is read. @throws UngradableError where even its files, unpacked, would be too much */
export function refuseArchiveOf(bytes: number, limits: SubmissionLimits): void {
  const bytesMax = limits.bytesMax + entriesMax(limits) * HEADERS_BYTES;
  if (bytes > bytesMax) throw new UngradableError(`more than ${bytesMax} bytes, as an archive`);
}

/** Counts files and bytes as they come. @throws UngradableError where it is too much */
export class IntakeCount {
  readonly #limits: SubmissionLimits;
  #entries = 0;
  #files = 0;
  #bytes = 0;

  constructor(limits: SubmissionLimits) {
    this.#limits = limits;
  }

  /** Whatever has a name: a file, a folder, a link. */
  addEntry(): void {
    this.#entries += 1;
    if (this.#entries > entriesMax(this.#limits)) throw tooMany(this.#limits);
  }

  addFile(): void {
    this.#files += 1;
    if (this.#files > this.#limits.filesMax) throw tooMany(this.#limits);
  }

  addBytes(count: number): void {
    this.#bytes += count;
    const { bytesMax } = this.#limits;
    if (this.#bytes > bytesMax) {
      throw new UngradableError(`more than ${bytesMax} bytes, unpacked`);
    }
  }
}

export function tooMany({ filesMax }: SubmissionLimits): UngradableError {
  return new UngradableError(`more than ${filesMax} files`);
}

/** A path of a submission, with slashes. @throws UngradableError where it leads elsewhere or nowhere */
export function safePath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const isAbsolute = parts[0] === '' || /^[A-Za-z]:/.test(parts[0] ?? '');
  if (isAbsolute || parts.includes('..')) {
    throw new UngradableError(`${shown(path)}: a path that leads out of the submission`);
  }
  if (path.length > PATH_MAX || parts.length > DEPTH_MAX) {
    throw new UngradableError(`${shown(path)}: folders in folders too deep, or a name too long`);
  }
  if (/\p{Cc}/u.test(path)) {
    throw new UngradableError(`${shown(path)}: a name with control characters`);
  }
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** A name that may be anything, fit for a message. */
export function shown(path: string): string {
  const text = path.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
