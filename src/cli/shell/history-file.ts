/**
 * The lines of earlier talks, kept in the user's home as bash keeps its own: the oldest first. That it
 * cannot be read or written is no reason not to talk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const LINES_MAX = 1000;

function historyFile(): string {
  return join(homedir(), '.calicumber_history');
}

/** @returns the newest first */
export function readHistory(): readonly string[] {
  try {
    return readFileSync(historyFile(), 'utf8').split('\n').filter(Boolean).reverse();
  } catch {
    return [];
  }
}

/** @param lines the newest first */
export function writeHistory(lines: readonly string[]): void {
  const text = lines.slice(0, LINES_MAX).reverse();
  try {
    writeFileSync(historyFile(), text.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  } catch {
    // A home that cannot be written keeps no history.
  }
}
