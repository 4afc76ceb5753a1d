/**
 * The page of a run, from Cucumber's messages as they come. Each scenario is written to the disk the
 * moment that it ends; the page itself is put together at the end, under another name until it is whole.
 */
import { mkdirSync } from 'node:fs';
import type { Envelope } from '@cucumber/messages';
import type { ReadScenario } from '../read/read-scenario';
import { ScenarioReader } from '../read/scenario-reader';
import { CaptureFolder } from './capture-folder';
import { writePageFile } from './page-file';
import { PageScenarios } from './page-scenarios';
import type { Write } from './spool';

export interface RunPageOptions {
  /** Captures are inside of the page, and not beside it. */
  readonly isSingleFile?: boolean;
  /** Sees each scenario as it is put on the page; the id is that of its place there. */
  onScenario?(scenario: ReadScenario, id: string): void;
}

export class RunPage {
  readonly #folder: string;
  readonly #scenarios: PageScenarios;
  readonly #reader: ScenarioReader;

  /** @param folder where the page goes; the captures of the run before are removed from it */
  constructor(folder: string, { isSingleFile = false, onScenario }: RunPageOptions = {}) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const scenarios = new PageScenarios(isSingleFile ? undefined : new CaptureFolder(folder));
    this.#scenarios = scenarios;
    this.#reader = new ScenarioReader((scenario, path) => {
      const id = scenarios.add(scenario, path);
      onScenario?.(scenario, id);
    });
  }

  take(envelope: Envelope): void {
    this.#reader.take(envelope);
  }

  /**
   * Writes `index.html` of all that was taken.
   * @param remarks what is to be said of the run and its driver, a sentence each
   */
  finish(remarks: readonly string[] = []): void {
    writePageFile(this.#folder, (write) => this.finishInto(write, remarks));
  }

  /** The same, for who has a place for the page himself. */
  finishInto(write: Write, remarks: readonly string[] = []): void {
    const facts = this.#reader.facts();
    const { features, unreadable } = this.#reader;
    this.#scenarios.write(
      {
        features: [...features.values()],
        facts,
        remarks: [...new Set([...remarks, ...facts.remarks])],
        unreadable: unreadable.map(({ text }) => text),
      },
      write,
    );
    this.#scenarios.close();
  }
}
