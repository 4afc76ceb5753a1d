/** The file of a page, which has another name until it is whole. */
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Write } from './spool';

/** The name of a run's page in its folder. */
export const PAGE = 'index.html';

/** @param content hands all of the page to `write`, in order */
export function writePageFile(folder: string, content: (write: Write) => void): void {
  const unfinished = join(folder, `.${PAGE}.${process.pid}`);
  const file = openSync(unfinished, 'w');
  try {
    content((chunk) => {
      const bytes = Buffer.from(chunk);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    });
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(folder, PAGE));
}
