/**
 * Makes reports from message files: of one run, of what changed between two, or the specification.
 */
import { join } from 'node:path';
import { wrongUse } from '../exit-code';
import { reportOfChanges } from './change-report';
import type { MadeReport } from './made-report';
import { reportOfRun } from './run-report';
import { lookInto, type MessageFile, runsOf } from './runs';
import { specificationOf } from './specification-report';

/** The options of `calicumber report`, as commander reads them. */
export interface ReportOptions {
  readonly out: string;
  readonly singleFile: boolean;
  readonly spec: boolean;
}

/** @returns the exit status */
export async function report(given: readonly string[], options: ReportOptions): Promise<number> {
  const { lines, file, exit } = await made(given, options);
  process.stdout.write(`${[...lines, `The report is ${join(options.out, file)}`].join('\n')}\n`);
  return exit;
}

/** @throws CliError */
async function made(given: readonly string[], options: ReportOptions): Promise<MadeReport> {
  if (options.spec) return await specificationOf(given, options);
  const runs = runsOf(await filesIn(given));
  const [older = [], newer] = runs;
  if (runs.length > 2) {
    throw wrongUse(`these are the messages of ${runs.length} runs; what changed is told of two`);
  }
  if (newer === undefined) return await reportOfRun(older, options);
  return await reportOfChanges(older, newer, options);
}

async function filesIn(given: readonly string[]): Promise<readonly MessageFile[]> {
  if (given.length === 0) throw wrongUse('name the messages of a run: reports/messages.ndjson');
  const files: MessageFile[] = [];
  for (const path of given) files.push(await lookInto(path));
  return files;
}
