/** The columns of the matrix: each check that any result has, task by task. */
import type { Check, StudentResult, TaskResult } from '../../../grade/model/result';

export interface MatrixTask {
  readonly title: TaskResult['title'];
  readonly checks: readonly Pick<Check, 'id' | 'name' | 'visibility'>[];
}

export function matrixTasks(results: readonly StudentResult[]): readonly MatrixTask[] {
  const tasks = new Map<string, { title: TaskResult['title']; checks: Map<string, Check> }>();
  for (const { id, title, checks } of results.flatMap((result) => result.tasks)) {
    const task = tasks.get(id) ?? { title, checks: new Map() };
    for (const check of checks) if (!task.checks.has(check.id)) task.checks.set(check.id, check);
    tasks.set(id, task);
  }
  return [...tasks.values()].map(({ title, checks }) => ({ title, checks: [...checks.values()] }));
}
