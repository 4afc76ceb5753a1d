/** Writes what changed between two runs: `history.html`. Their own pages are below `history/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes } from '../history/changes';
import type { PastRun } from '../history/past-scenario';
import { HistoryView } from '../view/history/history-view';
import { HISTORY_WORDS } from '../words/history-words';
import { stillPage } from './still-page';

const FILE = 'history.html';

/** @returns the name of the file in the folder */
export function writeHistory(
  before: PastRun,
  after: PastRun,
  { changes, unchanged }: Changes,
  folder: string,
): string {
  mkdirSync(folder, { recursive: true });
  const view = (
    <HistoryView before={before} after={after} changes={changes} unchanged={unchanged} />
  );
  writeFileSync(join(folder, FILE), stillPage(HISTORY_WORDS.title, view));
  return FILE;
}
