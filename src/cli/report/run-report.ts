/** The report of one run, whole or in parts. */
import type { MadeReport } from './made-report';
import type { ReportOptions } from './report';
import type { MessageFile } from './runs';
import { writeRun } from './written-run';

/** @throws CliError */
export async function reportOfRun(
  parts: readonly MessageFile[],
  { out, singleFile }: ReportOptions,
): Promise<MadeReport> {
  const { lines, exit } = await writeRun(parts, { folder: out, singleFile });
  const what = parts.length > 1 ? [`${parts.length} files, the parts of one run`] : [];
  return { lines: [...what, ...lines], file: 'index.html', exit };
}
