/** A broken engine and its place in the page. */
import type { MutantFeedback, TaskFeedback } from '../../../grade/feedback/feedback';

export interface MutantPlace {
  readonly mutant: MutantFeedback;
  /** From 1: what it is called where its name is not told. */
  readonly number: number;
  /** The id of its entry. */
  readonly entry: string;
  /** The id of its task. */
  readonly task: string;
  readonly scenarios: TaskFeedback['scenarios'];
}

/** The names of the scenarios that noticed, with their places in the task, from 0; -1 for none of it. */
export function catchersOf({
  mutant,
  scenarios,
}: MutantPlace): readonly { readonly at: number; readonly name: string; readonly where: string }[] {
  return mutant.caughtBy.map((where) => {
    const at = scenarios.findIndex((scenario) => scenario.where === where);
    return { at, name: scenarios[at]?.name ?? where, where };
  });
}
