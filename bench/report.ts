/**
 * What the report costs a run: the shipped features with their evidence and the page, against the same
 * without the page, and without either, by turns in this process.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cucumberRun } from '../src/cli/run/cucumber-run';
import { RunPage } from '../src/report/page/run-page';
import type { Claim } from './claim';
import { medianMsOfEach } from './stopwatch';

const FEATURES = ['address', 'link', 'routing', 'encapsulation', 'nat', 'tools'];
const ROUNDS = 5;
const OPTIONS = { driver: 'sim', seed: 1, wire: false, patience: 0 } as const;

export async function reportCost(): Promise<Claim> {
  const root = join(__dirname, '..');
  const paths = FEATURES.map((name) => join(root, 'features', name));
  const folder = mkdtempSync(join(root, 'reports', 'bench-'));
  const bare = () => cucumberRun(paths, { ...OPTIONS, evidence: 'none' }, () => undefined);
  const gathered = () => cucumberRun(paths, { ...OPTIONS, evidence: 'full' }, () => undefined);
  const reported = async () => {
    const page = new RunPage(folder);
    await cucumberRun(paths, { ...OPTIONS, evidence: 'full' }, (message) => page.take(message));
    page.finish();
  };
  try {
    const [without = 0, evidence = 0, full = 0] = await medianMsOfEach(ROUNDS, [
      bare,
      gathered,
      reported,
    ]);
    const ratio = full / evidence;
    const overall = (full / without).toFixed(2);
    return {
      what: 'the page of a run, added to the run of the features with their evidence',
      wanted: 'at most 1.15 times',
      measured: `${ratio.toFixed(2)} times (${Math.round(full)} ms against ${Math.round(evidence)} ms; ${overall} times a run that leaves no evidence)`,
      holds: ratio <= 1.15,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
