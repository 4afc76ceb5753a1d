/** axe-core as the referee of what a page is to people who do not see it, or see it badly, or use no mouse. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** All rules of axe, also those that are advice; one line each, with the first place. */
export async function complaintsAbout(page: Page): Promise<readonly string[]> {
  // As a debugger's words, which the page's policy does not govern.
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help}: ${nodes.length} times, as in ${first?.html} (${first?.failureSummary})`;
  });
}
