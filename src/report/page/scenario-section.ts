/**
 * One scenario as HTML: its sentences, why it did not hold, and what it left: the way of its packets,
 * their hops, and links to its captures. What did not hold is unfolded.
 */
import type { CaptureFile } from '../capture-folder';
import { escapeText } from '../escape';
import type { Evidence, ScenarioReport, SentenceReport } from '../scenario-report';
import { VERDICT_WORDS } from './verdict-words';

export function scenarioSection(
  { verdict, name, where, why, sentences, evidence }: ScenarioReport,
  files: readonly CaptureFile[],
): string {
  const { sign, look } = VERDICT_WORDS[verdict];
  const inside = [
    `<ul class="steps">${sentences.map(sentenceItem).join('')}</ul>`,
    why === '' ? '' : `<pre class="why">${escapeText(why)}</pre>`,
    ...evidence.map((item) => evidenceBlock(item, name)),
    fileList(files),
  ].join('\n');
  return `<details class="scenario ${look}"${verdict === 'held' ? '' : ' open'}>
<summary><span class="mark">${sign} ${verdict}</span> ${escapeText(name)} <span class="soft">${escapeText(where)}</span></summary>
<div class="inside">${inside}</div>
</details>`;
}

const SIGNS: Readonly<Record<string, string>> = { passed: '✔', failed: '✖', skipped: '–' };

function sentenceItem({ text, status, rows, docString }: SentenceReport): string {
  const sign = Object.hasOwn(SIGNS, status) ? SIGNS[status] : '?';
  const word = status === 'passed' ? '' : ` <span class="soft">(${escapeText(status)})</span>`;
  const table = rows.length === 0 ? '' : `<table>${rows.map(tableRow).join('')}</table>`;
  const document = docString === undefined ? '' : `<pre>${escapeText(docString)}</pre>`;
  return `<li class="${escapeText(status)}">${sign} ${escapeText(text)}${word}${table}${document}</li>`;
}

function tableRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
}

/** Captures are not shown but linked. */
function evidenceBlock(item: Evidence, scenario: string): string {
  switch (item.kind) {
    case 'sentence':
      return `<p class="said">${escapeText(item.text)}</p>`;
    case 'picture':
      return `<img class="picture" alt="The lab, and the way of the packet: ${escapeText(scenario)}" src="data:image/svg+xml;base64,${item.base64}">`;
    case 'text':
      return `<details><summary>${escapeText(item.name)}</summary><pre>${escapeText(item.text)}</pre></details>`;
    case 'capture':
      return '';
  }
}

function fileList(files: readonly CaptureFile[]): string {
  const [whole, ...rest] = files;
  if (whole === undefined) return '';
  const links = rest.map((file) => `<li>${link(file)}</li>`).join('');
  return `<details class="files"><summary>Captures: ${link(whole)}, and each interface by itself</summary><ul>${links}</ul></details>`;
}

function link({ path, interfaceName, frames }: CaptureFile): string {
  const name = interfaceName ?? 'all interfaces';
  const href = path.split('/').map(encodeURIComponent).join('/');
  return `<a href="${escapeText(href)}">${escapeText(name)}</a> (${frames} ${frames === 1 ? 'frame' : 'frames'})`;
}
