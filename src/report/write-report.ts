/**
 * What a run leaves in reports/ beside the files that Cucumber writes: our page and the captures.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCaptures } from './capture-files';
import { reportPage } from './page';
import type { ReportedScenario } from './run-collector';

/** @param folder an existing folder; what an earlier run left there is replaced */
export function writeReport(folder: string, scenarios: readonly ReportedScenario[]): void {
  writeCaptures(join(folder, 'captures'), scenarios);
  writeFileSync(join(folder, REPORT_PAGE), reportPage(scenarios));
}

export const REPORT_PAGE = 'index.html';
