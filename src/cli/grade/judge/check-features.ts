/**
 * Whether an instructor's features can be judged by, before anybody is: a sentence that there is not would
 * cost every student the points.
 */
import { join } from 'node:path';
import type { HandedIn } from '../../../../steps/support/handed-in';
import type { RunRecord } from '../../run/run-record';
import type { GradingOf } from './grade-submission';
import { runToJudge } from './run-features';

/** @returns a sentence for each thing that is wrong, with its place */
export async function complaintsOfAssignment({
  assignment,
  folder,
}: GradingOf): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const task of assignment.tasks) {
    if (task.kind === 'specify') continue;
    const paths = [...task.visible, ...task.hidden].map((path) => join(folder, path));
    const breaks = task.kind === 'diagnose' ? task.breaks : [];
    const handedIn: HandedIn = { manifests: [], scripts: [], host: task.host, breaks };
    complaints.push(
      ...complaintsAbout(await runToJudge(paths, { seed: assignment.seed, handedIn })),
    );
  }
  return complaints;
}

function complaintsAbout({ parseFailures, empty, scenarios }: RunRecord): readonly string[] {
  return [
    ...parseFailures.map(({ where, why }) => `${where}: ${why}`),
    ...empty.map((where) => `${where}: no scenario`),
    ...scenarios
      .filter(({ why }) => why.startsWith('there is no such sentence'))
      .map(({ where, sentence, why }) => `${where}: ${sentence}: ${why.replace(/\s+/g, ' ')}`),
  ];
}
