/** What a scenario is called in the page, so that others can lead to it. */

/** @param task the task's id in the page; @param at the scenario's place in the task, from 0 */
export function scenarioId(task: string, at: number): string {
  return `${task}-scenario-${at + 1}`;
}
