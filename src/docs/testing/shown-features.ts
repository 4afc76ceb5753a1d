/**
 * Runs the features that documents show, all of them at once, and says how each scenario ended.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { runFeatures } from '../../../steps/support/run-features';
import { RunRecorder, type ScenarioResult } from '../../cli/run/run-record';
import { ROOT } from '../pages';

export interface ShownFeature {
  readonly text: string;
  /** In a folder `features`, beside the labs and manifests that the document shows. */
  readonly path: string;
}

/** @returns what became of the scenarios of each feature, in the order of the features */
export async function resultsOf(
  features: readonly ShownFeature[],
): Promise<readonly (readonly ScenarioResult[])[]> {
  for (const { path, text } of features) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const recorder = new RunRecorder();
  const paths = features.map(({ path }) => path);
  for (const message of await runFeatures(paths, 'sim')) recorder.take(message);
  const { scenarios, parseFailures } = recorder.record();
  if (parseFailures.length > 0) throw new Error(parseFailures.map(String).join('\n'));
  return paths.map((path) => {
    const uri = relative(ROOT, path);
    return scenarios.filter(({ where }) => where.startsWith(`${uri}:`));
  });
}
