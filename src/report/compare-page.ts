/**
 * The page of a comparison: how many scenarios came to the same on both drivers, and of each other one the
 * first difference. Like the page of a run it is one file without scripts.
 */
import type { ComparedScenario } from './compared-scenario';
import { escapeText } from './escape';
import { pageHead } from './page/page-head';

type Kind = ComparedScenario['comparison']['kind'];

interface Words {
  readonly sign: string;
  /** The class of the style sheet. */
  readonly look: string;
}

const KINDS: readonly Kind[] = ['differs', 'not comparable', 'same'];

const WORDS: Readonly<Record<Kind, Words>> = {
  same: { sign: '=', look: 'held' },
  differs: { sign: '≠', look: 'violated' },
  'not comparable': { sign: '?', look: 'open' },
};

export function comparePage(
  drivers: readonly [string, string],
  compared: readonly ComparedScenario[],
): string {
  const heading = `${drivers[0]} and ${drivers[1]}`;
  const sorted = KINDS.flatMap((kind) =>
    compared.filter(({ comparison }) => comparison.kind === kind),
  );
  return [
    pageHead(`Calicumber: ${heading}`),
    '<main>',
    `<h1>The same features on ${escapeText(heading)}</h1>`,
    totals(compared),
    ...sorted.map((scenario) => section(scenario, drivers)),
    '</main></html>\n',
  ].join('\n');
}

function totals(compared: readonly ComparedScenario[]): string {
  const items = KINDS.map((kind) => {
    const count = compared.filter(({ comparison }) => comparison.kind === kind).length;
    return `<li class="${WORDS[kind].look}"><b>${count}</b> ${WORDS[kind].sign} ${kind}</li>`;
  });
  return `<ul class="totals">${items.reverse().join('')}</ul>`;
}

function section(
  { where, name, comparison, captures }: ComparedScenario,
  drivers: readonly [string, string],
): string {
  const { kind } = comparison;
  const { sign, look } = WORDS[kind];
  const links = drivers
    .flatMap((driver, at) => (captures[at] ? [link(captures[at], driver)] : []))
    .join(', ');
  return `<details class="scenario ${look}"${kind === 'same' ? '' : ' open'}>
<summary><span class="mark">${sign} ${kind}</span> ${escapeText(name)} <span class="soft">${escapeText(where)}</span></summary>
<div class="inside">${inside(comparison, drivers)}
<p class="files">Captures: ${links}</p></div>
</details>`;
}

function inside(
  comparison: ComparedScenario['comparison'],
  drivers: readonly [string, string],
): string {
  if (comparison.kind === 'same') return '';
  if (comparison.kind === 'not comparable') return `<pre>${escapeText(comparison.why)}</pre>`;
  const { where, values, rows } = comparison.difference;
  const lines = drivers.map(
    (driver, at) =>
      `<tr><td>${escapeText(driver)}</td><td><code>${escapeText(values[at] ?? '')}</code></td>` +
      `<td><code>${escapeText(rows?.[at] ?? '')}</code></td></tr>`,
  );
  return `<p class="words">${escapeText(where)}</p><table>${lines.join('')}</table>`;
}

function link(path: string, driver: string): string {
  const href = path.split('/').map(encodeURIComponent).join('/');
  return `<a href="${escapeText(href)}">${escapeText(driver)}</a>`;
}
