/**
 * Text that waits on the disk until the page is put together, so that memory does not grow with a run.
 * The file has no name while it is open: a run that is killed leaves nothing.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK_BYTES = 1 << 16;

/** Where a text stands in a spool, in bytes. */
export interface SpoolPlace {
  readonly offset: number;
  readonly length: number;
}

export type Write = (chunk: string | Uint8Array) => void;

export class Spool {
  readonly #file: number;
  #end = 0;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'calicumber-page-'));
    this.#file = openSync(join(folder, 'spool'), 'w+');
    rmSync(folder, { recursive: true });
  }

  append(text: string): SpoolPlace {
    const bytes = Buffer.from(text, 'utf8');
    const place = { offset: this.#end, length: bytes.length };
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, place.offset + done);
    }
    this.#end += bytes.length;
    return place;
  }

  copy({ offset, length }: SpoolPlace, write: Write): void {
    for (let done = 0; done < length; ) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, length - done));
      const count = readSync(this.#file, chunk, 0, chunk.length, offset + done);
      if (count === 0) throw new Error('the file that holds the page until it ends was cut');
      write(chunk.subarray(0, count));
      done += count;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
