/**
 * The page of a run, from Cucumber's messages as they come. Each scenario is written to the disk the
 * moment that it ends; what stays in memory is a line of each. The page itself is put together at the
 * end, under another name until it is whole.
 */
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReadScenario } from '../read/read-scenario';
import { ScenarioReader } from '../read/scenario-reader';
import { ScenarioView, type ScenarioViewProps } from '../view/scenario/scenario-view';
import { StillWalk } from '../view/walk/still-walk';
import { shown } from '../words/shown';
import { CaptureFolder } from './capture-folder';
import { EvidenceSpool } from './evidence-spool';
import { type PageEntry, writeRunPage } from './run-page-parts';
import { ScenarioNames } from './safe-name';
import { Spool, type Write } from './spool';

export interface RunPageOptions {
  /** Captures are inside of the page, and not beside it. */
  readonly isSingleFile?: boolean;
  /** Sees each scenario as it is put on the page; the id is that of its place there. */
  onScenario?(scenario: ReadScenario, id: string): void;
}

const PAGE = 'index.html';
const LINE_MAX = 300;

export class RunPage {
  readonly #folder: string;
  readonly #captures: CaptureFolder | undefined;
  readonly #onScenario: NonNullable<RunPageOptions['onScenario']>;
  readonly #reader = new ScenarioReader((scenario) => this.#add(scenario));
  readonly #names = new ScenarioNames();
  readonly #sections = new Spool();
  readonly #evidence = new EvidenceSpool();
  readonly #entries: PageEntry[] = [];

  /** @param folder where the page goes; the captures of the run before are removed from it */
  constructor(folder: string, { isSingleFile = false, onScenario }: RunPageOptions = {}) {
    this.#folder = folder;
    this.#onScenario = onScenario ?? (() => {});
    mkdirSync(folder, { recursive: true });
    this.#captures = isSingleFile ? undefined : new CaptureFolder(folder);
  }

  take(envelope: Envelope): void {
    this.#reader.take(envelope);
  }

  /**
   * Writes `index.html` of all that was taken.
   * @param remarks what is to be said of the run and its driver, a sentence each
   */
  finish(remarks: readonly string[] = []): void {
    const unfinished = join(this.#folder, `.${PAGE}.${process.pid}`);
    const file = openSync(unfinished, 'w');
    try {
      this.finishInto((chunk) => {
        const bytes = Buffer.from(chunk);
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      }, remarks);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, join(this.#folder, PAGE));
  }

  /** The same, for who has a place for the page himself. */
  finishInto(write: Write, remarks: readonly string[] = []): void {
    const facts = this.#reader.facts();
    const { features, unreadable } = this.#reader;
    writeRunPage(
      {
        features: [...features.values()],
        entries: this.#entries,
        facts,
        remarks: [...new Set([...remarks, ...facts.remarks])],
        unreadable,
      },
      { sections: this.#sections, evidence: this.#evidence },
      write,
    );
    this.#sections.close();
    this.#evidence.close();
  }

  #add(scenario: ReadScenario): void {
    const name = this.#names.nameFor(scenario.uri, scenario.line);
    const id = `s-${name}`;
    const files = this.#writeFiles(scenario, name);
    const evidenceId = hasEvidence(scenario) ? this.#evidence.add(scenario.evidence) : undefined;
    const { evidence } = scenario;
    const still = scenario.verdict === 'held' ? undefined : h(StillWalk, { evidence, id });
    const view = h(ScenarioView, { scenario, id, evidenceId, ...files }, still);
    const { uri, line, verdict } = scenario;
    const tags = scenario.tags.map((tag) => shown(tag, LINE_MAX));
    this.#entries.push({
      id,
      uri,
      line,
      name: shown(scenario.name, LINE_MAX),
      tags,
      verdict,
      why: shown(scenario.why.split('\n', 1)[0] ?? '', LINE_MAX),
      cause: verdict === 'held' ? '' : shown(lossOf(scenario), LINE_MAX),
      section: this.#sections.append(renderToString(view)),
      evidenceId,
    });
    this.#onScenario(scenario, id);
  }

  /** Of what did not hold all files are there for other tools; of what held the page makes most. */
  #writeFiles({ verdict, evidence, pcapng }: ReadScenario, name: string): ScenarioFilesWritten {
    const captures = this.#captures;
    if (captures === undefined || pcapng === undefined) return { files: [], trace: undefined };
    const whole = captures.write(name, pcapng, evidence.capture?.frames.length ?? 0);
    if (verdict === 'held') return { files: whole, trace: undefined };
    const each = captures.writeEach(name, pcapng);
    return { files: [...whole, ...each], trace: captures.writeTrace(name, evidence.walks) };
  }
}

type ScenarioFilesWritten = Pick<ScenarioViewProps, 'files' | 'trace'>;

/** Why the last thing that nobody answered was lost. */
function lossOf({ evidence: { walks } }: ReadScenario): string {
  return walks.filter(({ isAnswered }) => !isAnswered).at(-1)?.loss ?? '';
}

function hasEvidence({ evidence }: ReadScenario): boolean {
  const { topology, walks, mismatches, capture } = evidence;
  return (
    topology !== undefined || capture !== undefined || walks.length > 0 || mismatches.length > 0
  );
}
