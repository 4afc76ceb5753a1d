/**
 * The page of features that are run again and again: each scenario with what its last run came to. It is
 * written after every run, as a page of one run is.
 */
import type { Envelope } from '@cucumber/messages';
import type { FeatureWords } from '../read/feature-words';
import type { RunFacts } from '../read/run-facts';
import { ScenarioReader, type Unreadable } from '../read/scenario-reader';
import { CaptureFolder } from './capture-folder';
import { writePageFile } from './page-file';
import { PageScenarios } from './page-scenarios';

/** Whether what is known of a scenario is of no use any more; `path` is its feature's in the messages. */
export type IsGone = (path: string, line: number) => boolean;

const SEVERAL_RUNS =
  'Each verdict is of the last time that its scenario was run; date and duration are those of the last run.';

export class WatchedPage {
  readonly #folder: string;
  readonly #scenarios: PageScenarios;
  readonly #features = new Map<string, FeatureWords>();
  #reader: ScenarioReader;
  /** Of the last run that came to a verdict. */
  #facts: RunFacts | undefined;
  #unreadable: readonly Unreadable[] = [];
  #hasSeveralRuns = false;

  /** @param folder where the page goes, and is there; the captures of the run before are removed from it */
  constructor(folder: string) {
    this.#folder = folder;
    this.#scenarios = new PageScenarios(new CaptureFolder(folder));
    this.#reader = this.#newReader();
  }

  /** Makes room for what will be run now, or for what is there no longer. */
  forget(isGone: IsGone): void {
    this.#scenarios.forget(isGone);
    this.#unreadable = this.#unreadable.filter(({ path }) => !isGone(path, 1));
  }

  /** Begins a run: the messages that follow are its own. */
  begin(): void {
    this.#hasSeveralRuns ||= this.#facts !== undefined;
    this.#reader = this.#newReader();
  }

  take(envelope: Envelope): void {
    this.#reader.take(envelope);
  }

  /**
   * Ends a run, and writes `index.html` of all that is known.
   * @param remarks what is to be said of the runs and their driver, a sentence each
   */
  write(remarks: readonly string[]): void {
    const { features, unreadable } = this.#reader;
    for (const [path, words] of features) this.#features.set(path, words);
    const facts = this.#reader.facts();
    if (facts.drivers.length > 0 || this.#facts === undefined) this.#facts = facts;
    this.#unreadable = [...this.#unreadable, ...unreadable];
    this.#reader = this.#newReader();
    const content = {
      features: [...this.#features.values()],
      facts: this.#facts,
      remarks: [
        ...new Set([
          ...remarks,
          ...this.#facts.remarks,
          ...(this.#hasSeveralRuns ? [SEVERAL_RUNS] : []),
        ]),
      ],
      unreadable: this.#unreadable.map(({ text }) => text),
    };
    writePageFile(this.#folder, (write) => this.#scenarios.write(content, write));
  }

  close(): void {
    this.#scenarios.close();
  }

  #newReader(): ScenarioReader {
    return new ScenarioReader((scenario, path) => this.#scenarios.add(scenario, path));
  }
}
