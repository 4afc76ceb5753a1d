/**
 * The page of a run, put together: overview, then features in the order in which they were read with
 * their scenarios in the order of their lines, then the evidence of all, then the script.
 */
import { renderToString } from 'preact-render-to-string';
import type { FeatureWords } from '../read/feature-words';
import type { RunFacts } from '../read/run-facts';
import { FeatureHead } from '../view/overview/feature-head';
import { FindForm } from '../view/overview/find-form';
import { Overview } from '../view/overview/overview-view';
import { PageHeader } from '../view/overview/page-header';
import { countOf, type ScenarioEntry, VERDICT_ORDER } from '../view/overview/scenario-entry';
import { scenarioCountWords } from '../words/overview-words';
import type { EvidenceSpool } from './evidence-spool';
import { PageShell } from './page-shell';
import type { Spool, SpoolPlace, Write } from './spool';

/** A scenario that waits in the spools. */
export interface PageEntry extends ScenarioEntry {
  readonly section: SpoolPlace;
  readonly evidenceId: string | undefined;
}

export interface RunPageContent {
  readonly features: readonly FeatureWords[];
  /** In the order in which they ended. */
  readonly entries: readonly PageEntry[];
  readonly facts: RunFacts;
  readonly remarks: readonly string[];
  readonly unreadable: readonly string[];
}

interface Spools {
  readonly sections: Spool;
  readonly evidence: EvidenceSpool;
}

export function writeRunPage(content: RunPageContent, spools: Spools, write: Write): void {
  const shell = new PageShell();
  const groups = groupsOf(content);
  const entries = groups.flatMap((group) => group.entries);
  write(shell.start(titleOf(entries)));
  write(renderToString(<PageHeader to="scenarios">Calicumber</PageHeader>));
  write('\n<main class="overview-page">\n');
  write(renderToString(<Overview {...content} entries={entries} features={groups} />));
  write('\n<div id="scenarios" tabindex="-1">\n');
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort();
  write(renderToString(<FindForm features={groups} tags={tags} count={entries.length} />));
  for (const { id, words, entries: own } of groups) {
    write(`\n<section class="overview-feature" id="${id}">\n`);
    write(renderToString(<FeatureHead {...words} />));
    for (const { section } of own) {
      write('\n');
      spools.sections.copy(section, write);
    }
    write('\n</section>\n');
  }
  write('</div>\n</main>\n');
  const ids = entries.flatMap(({ evidenceId }) => evidenceId ?? []);
  spools.evidence.copy(ids, write);
  write(shell.end());
}

interface FeatureGroup {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly words: Pick<FeatureWords, 'name' | 'uri' | 'description'>;
  readonly entries: readonly PageEntry[];
}

/** Features of which a scenario ran. */
function groupsOf({ features, entries }: RunPageContent): readonly FeatureGroup[] {
  const byUri = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const own = byUri.get(entry.uri) ?? [];
    own.push(entry);
    byUri.set(entry.uri, own);
  }
  const known = new Map(features.map((words) => [words.uri, words]));
  const uris = [...new Set([...known.keys(), ...byUri.keys()])].filter((uri) => byUri.has(uri));
  return uris.map((uri, at) => {
    const { name = uri, description = '' } = known.get(uri) ?? {};
    const own = [...(byUri.get(uri) ?? [])].sort((one, other) => one.line - other.line);
    const id = `f-${at + 1}`;
    return { id, href: `#${id}`, name, words: { name, uri, description }, entries: own };
  });
}

/** `113 scenarios: 112 held, 1 violated`. */
function titleOf(entries: readonly ScenarioEntry[]): string {
  const parts = [...VERDICT_ORDER]
    .reverse()
    .map((verdict) => ({ verdict, count: countOf(entries, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const what = scenarioCountWords(entries.length).en;
  return parts.length === 0 ? what : `${what}: ${parts.join(', ')}`;
}
