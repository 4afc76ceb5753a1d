/**
 * Gathers what a history remembers of a run while its page is made: the verdicts and the words, and
 * nothing of the packets.
 */
import type { ReadScenario, ReadSentence } from '../read/read-scenario';
import type { RunFacts } from '../read/run-facts';
import type { PastRun, PastScenario } from './past-scenario';

export class PastRunBuilder {
  readonly #page: string;
  readonly #scenarios: PastScenario[] = [];

  /** @param page of the run: `history/before/index.html` */
  constructor(page: string) {
    this.#page = page;
  }

  /** @param id of the scenario's place on that page */
  add({ uri, name, line, verdict, why, sentences }: ReadScenario, id: string): void {
    const link = `${this.#page}#${encodeURIComponent(id)}`;
    this.#scenarios.push({
      uri,
      name,
      line,
      verdict,
      why,
      sentences: sentences.flatMap(linesOf),
      link,
    });
  }

  /** Scenarios of parallel runs end in any order; here they stand in that of their files. */
  run(name: string, facts: RunFacts): PastRun {
    const scenarios = [...this.#scenarios].sort(
      (one, other) => compareTexts(one.uri, other.uri) || one.line - other.line,
    );
    return { name, page: this.#page, facts, scenarios };
  }
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function linesOf({ keyword, text, rows, docString }: ReadSentence): readonly string[] {
  return [
    `${keyword}${text}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ...(docString?.split('\n') ?? []),
  ];
}
