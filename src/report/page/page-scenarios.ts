/**
 * The scenarios of a page until it is put together: each is written to the disk the moment that it is added,
 * and what stays in memory is a line of each. One that is forgotten leaves its place to the next.
 */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReadScenario } from '../read/read-scenario';
import { ScenarioView, type ScenarioViewProps } from '../view/scenario/scenario-view';
import { StillWalk } from '../view/walk/still-walk';
import { shown } from '../words/shown';
import type { CaptureFolder } from './capture-folder';
import { EvidenceSpool } from './evidence-spool';
import { type PageEntry, type RunPageContent, writeRunPage } from './run-page-parts';
import { ScenarioNames } from './safe-name';
import { Spool, type Write } from './spool';

const LINE_MAX = 300;

/** A scenario with the name that it has among its page's files, and the path of its feature in the messages. */
interface Waiting {
  readonly name: string;
  readonly path: string;
  readonly entry: PageEntry;
}

export class PageScenarios {
  readonly #captures: CaptureFolder | undefined;
  readonly #names = new ScenarioNames();
  readonly #sections = new Spool();
  readonly #evidence = new EvidenceSpool();
  #waiting: Waiting[] = [];

  /** @param captures where captures go; with none they stay in the page */
  constructor(captures: CaptureFolder | undefined) {
    this.#captures = captures;
  }

  /**
   * @param path of its feature, as the messages name it
   * @returns the id of its place on the page
   */
  add(scenario: ReadScenario, path: string): string {
    const name = this.#names.nameFor(scenario.uri, scenario.line);
    const entry = this.#entryOf(scenario, name);
    this.#waiting.push({ name, path, entry });
    return entry.id;
  }

  /** Those of which `isGone` says so, and their files. */
  forget(isGone: (path: string, line: number) => boolean): void {
    const gone = this.#waiting.filter(({ path, entry }) => isGone(path, entry.line));
    for (const { name } of gone) {
      this.#captures?.remove(name);
      this.#names.free(name);
    }
    const names = new Set(gone.map(({ name }) => name));
    this.#waiting = this.#waiting.filter(({ name }) => !names.has(name));
  }

  /** Writes the page; what waits, goes on waiting. */
  write(content: Omit<RunPageContent, 'entries'>, write: Write): void {
    const entries = this.#waiting.map(({ entry }) => entry);
    const spools = { sections: this.#sections, evidence: this.#evidence };
    writeRunPage({ ...content, entries }, spools, write);
  }

  close(): void {
    this.#sections.close();
    this.#evidence.close();
  }

  #entryOf(scenario: ReadScenario, name: string): PageEntry {
    const id = `s-${name}`;
    const files = this.#writeFiles(scenario, name);
    const evidenceId = hasEvidence(scenario) ? this.#evidence.add(scenario.evidence) : undefined;
    const { evidence, uri, line, verdict } = scenario;
    const still = verdict === 'held' ? undefined : h(StillWalk, { evidence, id });
    const view = h(ScenarioView, { scenario, id, evidenceId, ...files }, still);
    return {
      id,
      uri,
      line,
      name: shown(scenario.name, LINE_MAX),
      tags: scenario.tags.map((tag) => shown(tag, LINE_MAX)),
      verdict,
      why: shown(scenario.why.split('\n', 1)[0] ?? '', LINE_MAX),
      cause: verdict === 'held' ? '' : shown(lossOf(scenario), LINE_MAX),
      section: this.#sections.append(renderToString(view)),
      evidenceId,
    };
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
