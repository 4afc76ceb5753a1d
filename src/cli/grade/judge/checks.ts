/**
 * The instructor's scenarios, as checks of what a student handed in.
 */
import { relative, resolve } from 'node:path';
import type { HandedIn } from '../../../../steps/support/handed-in';
import type { WeighedCheck } from '../../../grade/score/points';
import type { ScenarioResult } from '../../run/run-record';
import { runToJudge } from './run-features';

/** `@points(3)`; a scenario without it counts 1. */
const POINTS = /^@points\((\d{1,4})\)$/;

export interface FeaturesOfTask {
  /** The assignment's, which checks are named from. */
  readonly folder: string;
  /** Absolute paths. */
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
}

/** Each scenario of the task's features, judged on the cluster that comes of what was handed in. */
export async function checksOf(
  taskId: string,
  { folder, visible, hidden }: FeaturesOfTask,
  handedIn: HandedIn,
  seed: number,
): Promise<readonly WeighedCheck[]> {
  const seen =
    visible.length === 0 ? [] : (await runToJudge(visible, { seed, handedIn })).scenarios;
  const unseen =
    hidden.length === 0 ? [] : (await runToJudge(hidden, { seed, handedIn })).scenarios;
  return [
    ...seen.map((scenario) => checkOf(taskId, folder, scenario, 'visible')),
    ...unseen.map((scenario) => checkOf(taskId, folder, scenario, 'hidden')),
  ];
}

function checkOf(
  taskId: string,
  folder: string,
  { where, name, tags, verdict, why }: ScenarioResult,
  visibility: WeighedCheck['visibility'],
): WeighedCheck {
  const place = relative(folder, resolve(where))
    .replaceAll('\\', '/')
    .replace(/\.feature:/, ':');
  return {
    id: `${taskId}/${place}`,
    name,
    visibility,
    verdict,
    why: firstLine(why),
    weight: weightIn(tags),
  };
}

function weightIn(tags: readonly string[]): number {
  const counts = tags.flatMap((tag) => POINTS.exec(tag)?.[1] ?? []);
  return counts.length === 0 ? 1 : Number(counts.at(-1));
}

/** A reason without the way of every packet. */
export function firstLine(why: string): string {
  return why.split('\n')[0]?.trim() ?? '';
}
