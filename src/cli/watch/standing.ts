/** What is known of every scenario: its verdict when it was last run. */
import type { IsGone } from '../../report/page/watched-page';
import type { ScenarioResult } from '../run/run-record';
import { spanOf } from './plan';

export class Standing {
  #scenarios: readonly ScenarioResult[] = [];

  get scenarios(): readonly ScenarioResult[] {
    return this.#scenarios;
  }

  /** `features/nat.feature:12` of each that does not hold. */
  get failed(): readonly string[] {
    return this.#scenarios.flatMap(({ verdict, where }) => (verdict === 'held' ? [] : [where]));
  }

  forget(isGone: IsGone): void {
    this.#scenarios = this.#scenarios.filter(({ where }) => {
      const { uri, from } = spanOf(where);
      return !isGone(uri, from);
    });
  }

  add(scenarios: readonly ScenarioResult[]): void {
    this.#scenarios = [...this.#scenarios, ...scenarios];
  }
}
