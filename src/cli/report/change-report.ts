/**
 * The report of what changed between two runs, beside the reports of both.
 */
import { join } from 'node:path';
import { CHANGE_KINDS, type Changes, changesBetween } from '../../report/history/changes';
import { PastRunBuilder } from '../../report/history/past-run-builder';
import type { PastRun } from '../../report/history/past-scenario';
import { writeHistory } from '../../report/page/history-page';
import { CHANGE_WORDS } from '../../report/words/history-words';
import type { MadeReport } from './made-report';
import type { ReportOptions } from './report';
import type { MessageFile } from './runs';
import { type WrittenRun, writeRun } from './written-run';

/** @throws CliError */
export async function reportOfChanges(
  older: readonly MessageFile[],
  newer: readonly MessageFile[],
  options: ReportOptions,
): Promise<MadeReport> {
  const before = await writeOne(older, 'before', options);
  const after = await writeOne(newer, 'after', options);
  const changes = changesBetween(before.past.scenarios, after.past.scenarios);
  const file = writeHistory(before.past, after.past, changes, options.out);
  const lines = [
    `2 runs: what changed from ${before.past.name} to ${after.past.name}`,
    ...before.cut,
    ...after.lines,
    countsOf(changes),
  ];
  return { lines, file, exit: after.exit };
}

async function writeOne(
  parts: readonly MessageFile[],
  role: 'before' | 'after',
  { out, singleFile }: ReportOptions,
): Promise<WrittenRun & { readonly past: PastRun }> {
  const folder = `history/${role}`;
  const builder = new PastRunBuilder(`${folder}/index.html`);
  const run = await writeRun(parts, { folder: join(out, folder), singleFile }, (scenario, id) =>
    builder.add(scenario, id),
  );
  return { ...run, past: builder.run(parts.map(({ path }) => path).join(' '), run.facts) };
}

/** `1 newly violated, 2 as before`. */
function countsOf({ changes, unchanged }: Changes): string {
  const parts = CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${CHANGE_WORDS[kind].en.toLowerCase()}`];
  });
  return [...parts, `${unchanged} as before`].join(', ');
}
