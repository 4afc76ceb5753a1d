/** What single keys do in a terminal that somebody sits at. */
import type { ReadStream } from 'node:tty';

export type Deed = 'all' | 'failed' | 'again' | 'quit';

const DEEDS: Readonly<Record<string, Deed>> = {
  a: 'all',
  f: 'failed',
  '\r': 'again',
  '\n': 'again',
  q: 'quit',
  // Ctrl-C and Ctrl-D, which come as letters where keys come one by one.
  '\u0003': 'quit',
  '\u0004': 'quit',
};

/**
 * Listens to nobody where keys do not come from a terminal.
 * @returns ends it, and gives the terminal back as it was
 */
export function listenToKeys(terminal: ReadStream, act: (deed: Deed) => void): () => void {
  if (!terminal.isTTY) return () => {};
  const take = (text: Buffer): void => {
    for (const key of text.toString()) {
      const deed = DEEDS[key];
      if (deed !== undefined) act(deed);
    }
  };
  terminal.setRawMode(true);
  terminal.on('data', take);
  return () => {
    terminal.off('data', take);
    terminal.setRawMode(false);
    terminal.pause();
  };
}
