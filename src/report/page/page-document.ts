/**
 * The page of a run: totals, what did not hold, then every feature. One file without scripts that
 * needs no network and is let near none (Content-Security-Policy).
 */
import { escapeText } from '../escape';
import type { VerdictName } from '../scenario-report';
import { pageHead } from './page-head';
import { VERDICT_ORDER, VERDICT_WORDS } from './verdict-words';

/** A scenario that is written already. */
export interface PageScenario {
  readonly verdict: VerdictName;
  readonly html: string;
}

export interface PageFeature {
  readonly name: string;
  readonly uri: string;
  readonly description: string;
  readonly scenarios: readonly PageScenario[];
}

export interface PageContent {
  readonly features: readonly PageFeature[];
  /** Features that could not be read, and why. */
  readonly unreadable: readonly string[];
  /** What is to be said of the driver, a sentence each. */
  readonly remarks: readonly string[];
}

export function pageDocument({ features, unreadable, remarks }: PageContent): string {
  const scenarios = features.flatMap((feature) => feature.scenarios);
  const failed = VERDICT_ORDER.filter((verdict) => verdict !== 'held').flatMap((verdict) =>
    scenarios.filter((scenario) => scenario.verdict === verdict),
  );
  return [
    pageHead(titleOf(scenarios)),
    '<main>',
    '<h1>Calicumber</h1>',
    totals(scenarios),
    ...remarks.map((remark) => `<p>${escapeText(remark)}</p>`),
    section('These features could not be read', unreadable.map(unreadableText)),
    section(
      'What did not hold',
      failed.map(({ html }) => html),
    ),
    ...features.map(featureSection),
    '</main></html>\n',
  ].join('\n');
}

/** `113 scenarios: 112 held, 1 violated`. */
function titleOf(scenarios: readonly PageScenario[]): string {
  const parts = [...VERDICT_ORDER]
    .reverse()
    .map((verdict) => ({ verdict, count: countOf(scenarios, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const what = `${scenarios.length} ${scenarios.length === 1 ? 'scenario' : 'scenarios'}`;
  return parts.length === 0 ? what : `${what}: ${parts.join(', ')}`;
}

function totals(scenarios: readonly PageScenario[]): string {
  const items = VERDICT_ORDER.map((verdict) => {
    const { sign, look } = VERDICT_WORDS[verdict];
    return `<li class="${look}"><b>${countOf(scenarios, verdict)}</b> ${sign} ${verdict}</li>`;
  });
  return `<ul class="totals">${items.reverse().join('')}</ul>`;
}

function countOf(scenarios: readonly PageScenario[], verdict: VerdictName): number {
  return scenarios.filter((scenario) => scenario.verdict === verdict).length;
}

function section(title: string, blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `<section><h2>${title}</h2>\n${blocks.join('\n')}</section>`;
}

function unreadableText(text: string): string {
  return `<pre>${escapeText(text)}</pre>`;
}

/** What did not hold stands above, once. */
function featureSection({ name, uri, description, scenarios }: PageFeature): string {
  const held = scenarios.filter(({ verdict }) => verdict === 'held');
  const others = scenarios.length - held.length;
  const above = others === 0 ? '' : `<p class="soft">${others} above, which did not hold</p>`;
  const words = description.trim().replace(/^[ \t]+/gm, '');
  const said = words === '' ? '' : `<p class="words">${escapeText(words)}</p>`;
  return `<section><h2>${escapeText(name)}</h2>
<p class="soft">${escapeText(uri)}</p>${said}${above}
${held.map(({ html }) => html).join('\n')}</section>`;
}
