/**
 * The living specification: from messages, or from features, which are run for it without a word, for
 * only a run knows the lab that they speak of.
 */
import type { Envelope } from '@cucumber/messages';
import { writeSpecification } from '../../report/page/specification-page';
import { SpecificationReader } from '../../report/spec/specification-reader';
import { wrongUse } from '../exit-code';
import { type CucumberOptions, cucumberRun } from '../run/cucumber-run';
import { featurePaths } from '../run/feature-paths';
import { exitOf } from '../run/run-exit';
import { type RunRecord, RunRecorder } from '../run/run-record';
import type { MadeReport } from './made-report';
import { readMessageFile } from './message-file';
import type { ReportOptions } from './report';

const QUIET_RUN: CucumberOptions = {
  driver: 'sim',
  seed: 1,
  wire: false,
  evidence: 'full',
  patience: 10,
};

/** @throws CliError */
export async function specificationOf(
  given: readonly string[],
  { out }: ReportOptions,
): Promise<MadeReport> {
  const reader = new SpecificationReader();
  const recorder = new RunRecorder();
  await readInto((envelope) => {
    reader.take(envelope);
    recorder.take(envelope);
  }, given);
  const file = writeSpecification(reader.specification(), out);
  const record = recorder.record();
  return { lines: remarksOn(record), file, exit: exitOf(record, false) };
}

async function readInto(
  take: (envelope: Envelope) => void,
  given: readonly string[],
): Promise<void> {
  const messages = given.filter((path) => path.endsWith('.ndjson'));
  if (messages.length > 0 && messages.length < given.length) {
    throw wrongUse('--spec is made of messages or of features, not of both at once');
  }
  if (messages.length === 0) return await cucumberRun(featurePaths(given), QUIET_RUN, take);
  for (const path of messages) await readMessageFile(path, take);
}

/** A specification says what should be; who reads it must not take it for what is. */
function remarksOn({ scenarios, parseFailures, empty }: RunRecord): readonly string[] {
  const others = scenarios.filter(({ verdict }) => verdict !== 'held').length;
  const count = others === 1 ? '1 scenario does not hold' : `${others} scenarios do not hold`;
  return [
    ...parseFailures.map(({ where, why }) => `${where}: ${why}`),
    ...empty,
    ...(others === 0 ? [] : [`${count}; the specification says nothing of that, the report does`]),
  ];
}
