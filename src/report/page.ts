/**
 * Our own report: one HTML page that needs no network and runs no script. Pictures stand in <img>, so
 * nothing inside of them is ever run; a policy in the head forbids everything else.
 */

import { captureIn, captureName } from './capture-files';
import { escapeText } from './escape';
import { HOPS_MEDIA_TYPE, LOSS_MEDIA_TYPE, SVG_MEDIA_TYPE } from './evidence';
import { PAGE_STYLE } from './page-style';
import type { ReportedScenario, ReportedSentence, ReportedVerdict } from './run-collector';

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** How a verdict is called in class names. */
const LOOK = { held: 'held', violated: 'violated', 'not established': 'open' } as const;

/** The whole page. */
export function reportPage(scenarios: readonly ReportedScenario[]): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>Calicumber: ${escapeText(totalsText(scenarios))}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>Calicumber</h1>
${totals(scenarios)}
${byFeature(scenarios).map(drawFeature).join('\n')}
</main>
</body>
</html>
`;
}

const VERDICTS = ['held', 'violated', 'not established'] as const;

function countOf(scenarios: readonly ReportedScenario[], verdict: string): number {
  return scenarios.filter((scenario) => scenario.verdict.verdict === verdict).length;
}

function totalsText(scenarios: readonly ReportedScenario[]): string {
  return VERDICTS.map((verdict) => `${countOf(scenarios, verdict)} ${verdict}`).join(', ');
}

function totals(scenarios: readonly ReportedScenario[]): string {
  const items = VERDICTS.map(
    (verdict) =>
      `<li class="${LOOK[verdict]}"><strong>${countOf(scenarios, verdict)}</strong> ${verdict}</li>`,
  );
  return `<ul class="totals">${items.join('')}</ul>`;
}

function byFeature(
  scenarios: readonly ReportedScenario[],
): readonly (readonly ReportedScenario[])[] {
  const features = new Map<string, ReportedScenario[]>();
  for (const scenario of scenarios) {
    const feature = features.get(scenario.uri) ?? [];
    feature.push(scenario);
    features.set(scenario.uri, feature);
  }
  return [...features.values()];
}

function drawFeature(scenarios: readonly ReportedScenario[]): string {
  const [first] = scenarios;
  return `<section>
<h2>${escapeText(first?.feature ?? '')}</h2>
<p class="soft">${escapeText(first?.uri ?? '')}: ${totalsText(scenarios)}</p>
${scenarios.map(drawScenario).join('\n')}
</section>`;
}

/** What held is folded up; what did not is open. */
function drawScenario(scenario: ReportedScenario): string {
  const { line, name, sentences, verdict } = scenario;
  const isHeld = verdict.verdict === 'held';
  return `<article class="is-${LOOK[verdict.verdict]}">
<h3>${escapeText(name)} <span class="${LOOK[verdict.verdict]}">${verdict.verdict}</span> <span class="soft">line ${line}</span></h3>
<ol>${sentences.map(drawSentence).join('')}</ol>
${drawWhy(verdict)}
<details${isHeld ? '' : ' open'}><summary>what happened</summary>
${drawEvidence(scenario)}
</details>
</article>`;
}

function drawSentence({ text, status }: ReportedSentence): string {
  if (status === 'PASSED') return `<li>${escapeText(text)}</li>`;
  const look = status === 'SKIPPED' ? 'soft' : 'violated';
  return `<li class="${look}">${escapeText(text)} (${status.toLowerCase()})</li>`;
}

function drawWhy({ why }: ReportedVerdict): string {
  return why === '' ? '' : `<pre class="why">${escapeText(why)}</pre>`;
}

function drawEvidence(scenario: ReportedScenario): string {
  const parts = scenario.attachments.map(({ body, fileName = '', mediaType }) => {
    switch (mediaType) {
      case SVG_MEDIA_TYPE:
        return `<p><img alt="${escapeText(fileName)}" src="data:${SVG_MEDIA_TYPE};base64,${escapeText(body)}"></p>`;
      case HOPS_MEDIA_TYPE:
        return `<pre>${escapeText(body)}</pre>`;
      case LOSS_MEDIA_TYPE:
        return `<p><strong>${escapeText(body)}</strong></p>`;
      default:
        return '';
    }
  });
  return parts.join('\n') + captureLink(scenario);
}

function captureLink(scenario: ReportedScenario): string {
  if (captureIn(scenario) === undefined) return '';
  const path = `captures/${captureName(scenario)}.pcapng`;
  return `<p><a href="${escapeText(encodeURI(path))}" download>${escapeText(path)}</a></p>`;
}
