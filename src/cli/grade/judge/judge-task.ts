/**
 * One task of an assignment, judged on what a student handed in for it.
 */
import { join } from 'node:path';
import type { HandedIn } from '../../../../steps/support/handed-in';
import { unreachable } from '../../../base/invariant';
import type {
  ConfigureTask,
  DiagnoseTask,
  SpecifyTask,
  Task,
} from '../../../grade/model/assignment';
import type { TaskResult } from '../../../grade/model/result';
import { pointsOfChecks, pointsOfSpecification } from '../../../grade/score/points';
import type { TaskFiles } from '../../../grade/submissions/task-files';
import { checksOf } from './checks';
import { judgeSpecification, showsFault } from './specify';
import { withFeatures } from './workplace';

export interface JudgedTask {
  /** The assignment's folder. */
  readonly folder: string;
  readonly task: Task;
  readonly files: TaskFiles;
  readonly seed: number;
}

export function judgeTask({ folder, task, files, seed }: JudgedTask): Promise<TaskResult> {
  switch (task.kind) {
    case 'configure':
      return judgeConfiguration(folder, task, files, seed);
    case 'specify':
      return judgeFeatures(task, files, seed);
    case 'diagnose':
      return judgeRepair(folder, task, files, seed);
    default:
      return unreachable(task);
  }
}

function handedIn({ manifests, scripts }: TaskFiles, task: ConfigureTask | DiagnoseTask): HandedIn {
  const breaks = task.kind === 'diagnose' ? task.breaks : [];
  return { manifests, scripts, host: task.host, breaks };
}

async function judgeConfiguration(
  folder: string,
  task: ConfigureTask | DiagnoseTask,
  files: TaskFiles,
  seed: number,
): Promise<TaskResult> {
  const features = {
    visible: task.visible.map((path) => join(folder, path)),
    hidden: task.hidden.map((path) => join(folder, path)),
  };
  const checks = await checksOf(task.id, features, handedIn(files, task), seed);
  const { points, formula } = pointsOfChecks(checks, task.points, task.partialCredit);
  const { id, kind, title } = task;
  return { id, kind, title, points, maxPoints: task.points, formula, checks };
}

async function judgeFeatures(
  task: SpecifyTask,
  files: TaskFiles,
  seed: number,
): Promise<TaskResult> {
  const { id, kind, title, points: maxPoints } = task;
  const specification =
    files.features.length === 0
      ? { scenarios: [], mutants: task.mutants.map((mutant) => ({ ...mutant, caughtBy: [] })) }
      : await withFeatures(files, (features) => judgeSpecification(features, task, seed));
  const { scenarios, mutants } = specification;
  const { points, formula } = pointsOfSpecification(scenarios, mutants, maxPoints, task.shares);
  return { id, kind, title, points, maxPoints, formula, checks: [], specification };
}

/** The lab must work again, and, where asked for, a feature must tell the broken one from the whole. */
async function judgeRepair(
  folder: string,
  task: DiagnoseTask,
  files: TaskFiles,
  seed: number,
): Promise<TaskResult> {
  const repair = await judgeConfiguration(folder, task, files, seed);
  if (task.featureShare === 0) return repair;
  const broken: HandedIn = { manifests: [], scripts: [], host: task.host, breaks: task.breaks };
  const shown =
    files.features.length === 0
      ? []
      : await withFeatures(files, (features) => showsFault(features, broken, seed));
  const share = task.featureShare;
  const points = repair.points * (1 - share) + (shown.length > 0 ? task.points * share : 0);
  const verdict = shown.length > 0 ? 'held' : 'violated';
  const check = {
    id: `${task.id}/feature`,
    name: 'a feature shows the fault',
    visibility: 'visible' as const,
    verdict: verdict as 'held' | 'violated',
    why:
      shown.length > 0 ? '' : 'no scenario of yours holds on the whole lab and fails on this one',
    points: shown.length > 0 ? task.points * share : 0,
    maxPoints: task.points * share,
  };
  const formula = `${1 - share} × (${repair.formula}) + ${share} × ${shown.length > 0 ? task.points : 0} for the feature`;
  return { ...repair, points, formula, checks: [...repair.checks, check] };
}
