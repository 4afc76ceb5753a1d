/**
 * Tells a run of a watch while it goes on: each scenario that does not hold the moment that it ends, and of a
 * run that somebody waits for the first one, whatever it came to. What many do not hold for, such as a manifest
 * that cannot be read, is told once.
 */
import type { Paint } from '../paint';
import type { Progress } from '../run/progress';
import { adviceOn } from '../run/run-exit';
import type { RunRecord, ScenarioResult } from '../run/run-record';
import { countVerdicts, TOLD_MAX, tellScenario } from '../run/run-summary';
import type { Plan } from './plan';

export interface Desk {
  write(text: string): void;
  readonly paint: Paint;
  readonly progress: Progress;
}

export class RunTeller {
  readonly #desk: Desk;
  readonly #plan: Plan;
  #ended = 0;
  #told = 0;
  /** Why scenarios did not hold: the place of the first, and how many more there were. */
  readonly #reasons = new Map<string, { readonly where: string; more: number }>();

  constructor(desk: Desk, plan: Plan) {
    this.#desk = desk;
    this.#plan = plan;
  }

  begin(): void {
    const { title } = this.#plan;
    if (title !== undefined) this.#say(`\n${this.#desk.paint('bold', title)}`);
  }

  /** @param ended scenarios, in the order in which they ended */
  tell(ended: readonly ScenarioResult[]): void {
    for (const scenario of ended) {
      this.#tellOne(scenario);
      this.#ended += 1;
    }
  }

  /**
   * @param all what is known of all scenarios, also of those that were not run now
   * @param seconds that the run took
   */
  end(
    record: RunRecord,
    all: readonly ScenarioResult[],
    { seconds, isDryRun }: { readonly seconds: number; readonly isDryRun: boolean },
  ): void {
    const { paint } = this.#desk;
    for (const { where, more } of this.#reasons.values()) {
      if (more > 0) this.#say(`… and ${more} more for the same reason as ${where}\n`);
    }
    if (this.#told > TOLD_MAX) {
      this.#say(`… and ${this.#told - TOLD_MAX} more, which the report tells of\n`);
    }
    for (const { where, why } of record.parseFailures) this.#say(`${where}: ${why}\n`);
    for (const text of record.empty) this.#say(`${text}\n`);
    const { scenarios, skipped } = record;
    const now = `${countVerdicts(scenarios, skipped, paint)} (${seconds.toFixed(1)} s)`;
    const isAll = all.length === scenarios.length;
    this.#say(isAll ? now : `${now}; of all ${countVerdicts(all, 0, paint)}`);
    // Here the others were run, though one cannot be read.
    const judged = scenarios.length > 0 ? { ...record, parseFailures: [] } : record;
    for (const advice of adviceOn(judged, isDryRun)) this.#say(advice);
  }

  #tellOne(scenario: ScenarioResult): void {
    const { verdict, why, where } = scenario;
    const isAwaited = this.#ended === 0 && this.#plan.extent !== 'whole';
    const known = this.#reasons.get(why);
    if (verdict === 'held') {
      if (isAwaited) this.#say(`${tellScenario(scenario, this.#desk.paint)}\n`);
    } else if (known !== undefined && why !== '') {
      known.more += 1;
    } else {
      this.#reasons.set(why, { where, more: 0 });
      this.#told += 1;
      if (this.#told <= TOLD_MAX) this.#say(`${tellScenario(scenario, this.#desk.paint)}\n`);
    }
  }

  #say(text: string): void {
    this.#desk.progress.clear();
    this.#desk.write(`${text}\n`);
  }
}
