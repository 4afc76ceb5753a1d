/**
 * The report of a run: `index.html` and the captures, made from Cucumber's messages as they come. Each
 * scenario is written the moment that it ends, so that no evidence is held twice; a run with more
 * evidence than a browser likes keeps the rest in the captures.
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { CaptureFolder } from './capture-folder';
import { type PageScenario, pageDocument } from './page/page-document';
import { scenarioSection } from './page/scenario-section';
import type { ScenarioReport } from './scenario-report';
import { ScenarioReports } from './scenario-reports';

/** Characters of all scenarios; what held may take a half of them. */
const PAGE_MAX = 48_000_000;

export class RunPage {
  readonly #folder: string;
  readonly #captures: CaptureFolder;
  readonly #reports = new ScenarioReports((scenario) => this.#add(scenario));
  readonly #scenarios = new Map<string, PageScenario[]>();
  #size = 0;

  /** @param folder where the reports go; the captures of the run before are removed from it */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#captures = new CaptureFolder(folder);
  }

  take(envelope: Envelope): void {
    this.#reports.take(envelope);
  }

  /**
   * Writes the page of all that was taken.
   * @param remarks what is to be said of the driver, a sentence each
   */
  async finish(remarks: readonly string[] = []): Promise<void> {
    const features = [...this.#reports.features.values()].map((words) => ({
      name: words.name,
      uri: words.uri,
      description: words.description,
      scenarios: this.#scenarios.get(words.uri) ?? [],
    }));
    const { unreadable } = this.#reports;
    await writeFile(
      join(this.#folder, 'index.html'),
      pageDocument({ features, unreadable, remarks }),
    );
  }

  #add(scenario: ScenarioReport): void {
    const files = scenario.evidence.flatMap((item) =>
      item.kind === 'capture' ? this.#captures.write(scenario.where, item.bytes) : [],
    );
    let html = scenarioSection(scenario, files);
    const limit = scenario.verdict === 'held' ? PAGE_MAX / 2 : PAGE_MAX;
    if (this.#size + html.length > limit) html = scenarioSection(withoutEvidence(scenario), files);
    this.#size += html.length;
    const written = this.#scenarios.get(scenario.uri) ?? [];
    written.push({ verdict: scenario.verdict, html });
    this.#scenarios.set(scenario.uri, written);
  }
}

function withoutEvidence(scenario: ScenarioReport): ScenarioReport {
  const text = 'The page is large already: pictures and hops of this scenario are left out.';
  return { ...scenario, evidence: [{ kind: 'sentence', text }] };
}
