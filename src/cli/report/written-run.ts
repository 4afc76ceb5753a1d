/**
 * The page of one run from its messages, with what the terminal and the exit status tell of the run.
 */
import { mkdirSync } from 'node:fs';
import { RunPage, type RunPageOptions } from '../../report/page/run-page';
import { type RunFacts, RunFactsReader } from '../../report/read/run-facts';
import { EXIT, type ExitCode, wrongUse } from '../exit-code';
import { paintFor } from '../paint';
import { exitOf, saysNothing } from '../run/run-exit';
import { type RunRecord, RunRecorder } from '../run/run-record';
import { summariseRun } from '../run/run-summary';
import { readMessageFile } from './message-file';
import type { MessageFile } from './runs';

export interface WrittenRun {
  /** As `run` told them. */
  readonly lines: readonly string[];
  /** Of parts that end before their run did: a sentence each. */
  readonly cut: readonly string[];
  readonly exit: ExitCode;
  readonly facts: RunFacts;
}

export interface Place {
  readonly folder: string;
  /** Whether captures stand in the page. */
  readonly singleFile: boolean;
}

/**
 * @param parts the files of the run; several where it was sharded
 * @param onScenario sees each scenario with the id of its place on the page
 * @throws CliError where one is no file of messages, or where the folder cannot be written
 */
export async function writeRun(
  parts: readonly MessageFile[],
  place: Place,
  onScenario: NonNullable<RunPageOptions['onScenario']> = () => {},
): Promise<WrittenRun> {
  makeFolder(place.folder);
  const recorder = new RunRecorder();
  const facts = new RunFactsReader();
  const page = new RunPage(place.folder, {
    isSingleFile: place.singleFile,
    onScenario(scenario, id) {
      if (scenario.judge !== undefined) facts.takeJudge(scenario.judge);
      onScenario(scenario, id);
    },
  });
  const cut: string[] = [];
  for (const { path } of parts) {
    const { isWhole } = await readMessageFile(path, (envelope) => {
      recorder.take(envelope);
      page.take(envelope);
      facts.take(envelope);
    });
    if (!isWhole) cut.push(`${path} ends before its run did: what came later is missing`);
  }
  page.finish(cut);
  const record = recorder.record();
  return {
    lines: [...linesOf(record, facts.facts().durationMs / 1000), ...cut],
    cut,
    exit: exitFor(record, cut),
    facts: facts.facts(),
  };
}

function linesOf(record: RunRecord, seconds: number): readonly string[] {
  const nothing = saysNothing(record, false);
  const summary = summariseRun(record, seconds, paintFor(process.stdout.isTTY === true));
  return nothing === undefined ? [summary] : [summary, nothing];
}

/** Of a run that was killed nobody knows what the rest would have come to. */
function exitFor(record: RunRecord, cut: readonly string[]): ExitCode {
  const exit = exitOf(record, false);
  return exit === EXIT.held && cut.length > 0 ? EXIT.notEstablished : exit;
}

/** @throws CliError where nothing can be written there */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw wrongUse(`the report cannot be written to ${folder}: ${String(error)}`);
  }
}
