/**
 * Reads from Cucumber's messages what a history remembers of a run: the verdicts and the words, and
 * nothing of the packets.
 */
import type { Envelope } from '@cucumber/messages';
import { VERDICT_MEDIA_TYPE } from '../model/media-types';
import type { ReadScenario, ReadSentence } from '../read/read-scenario';
import { ScenarioReader } from '../read/scenario-reader';
import type { PastRun, PastScenario } from './past-scenario';

export class PastRunReader {
  readonly #page: string;
  readonly #scenarios: PastScenario[] = [];
  readonly #reader = new ScenarioReader((scenario) => {
    this.#scenarios.push(pastScenario(scenario, this.#page));
  });

  /** @param page of the run: `history/before/index.html` */
  constructor(page: string) {
    this.#page = page;
  }

  take(envelope: Envelope): void {
    const mediaType = envelope.attachment?.mediaType ?? VERDICT_MEDIA_TYPE;
    if (mediaType === VERDICT_MEDIA_TYPE) this.#reader.take(envelope);
  }

  /** Scenarios of parallel runs end in any order; here they stand in that of their files. */
  run(name: string): PastRun {
    const places = new Map([...this.#reader.features.values()].map(({ uri }, at) => [uri, at]));
    const place = ({ uri }: PastScenario) => places.get(uri) ?? places.size;
    const scenarios = [...this.#scenarios].sort(
      (one, other) => place(one) - place(other) || one.line - other.line,
    );
    return { name, page: this.#page, facts: this.#reader.facts(), scenarios };
  }
}

function pastScenario(scenario: ReadScenario, page: string): PastScenario {
  const { uri, name, line, verdict, why, sentences } = scenario;
  return { uri, name, line, verdict, why, sentences: sentences.flatMap(linesOf), link: page };
}

function linesOf({ keyword, text, rows, docString }: ReadSentence): readonly string[] {
  return [
    `${keyword}${text}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ...(docString?.split('\n') ?? []),
  ];
}
