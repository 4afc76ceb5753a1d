/** One line that counts, for those who watch; a log file gets nothing of it. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  show(done: number, planned: number): void;
  clear(): void;
}

/** Times a second that the line is written anew. */
const REDRAWS_PER_SECOND = 10;

export function progressOn(stream: WriteStream): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let next = 0;
  return {
    show(done, planned) {
      const now = performance.now();
      if (now < next) return;
      next = now + 1000 / REDRAWS_PER_SECOND;
      stream.write(`\r${done} of ${planned}`);
    },
    clear() {
      stream.write('\r\x1b[K');
    },
  };
}
