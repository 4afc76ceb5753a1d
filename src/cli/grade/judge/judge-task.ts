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
import type { Check, TaskResult } from '../../../grade/model/result';
import { rounded, scoreChecks, scoreSpecification } from '../../../grade/score/points';
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
    folder,
    visible: task.visible.map((path) => join(folder, path)),
    hidden: task.hidden.map((path) => join(folder, path)),
  };
  const weighed = await checksOf(task.id, features, handedIn(files, task), seed);
  const { id, kind, title, points: maxPoints, partialCredit } = task;
  return { id, kind, title, maxPoints, ...scoreChecks(weighed, maxPoints, partialCredit) };
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
  const scored = scoreSpecification(id, specification, maxPoints, task.shares);
  return { id, kind, title, maxPoints, ...scored, specification };
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
  return withFeature(repair, shown.length > 0, task.featureShare);
}

/** The points of a repair, of which some are for a feature that shows the fault. */
function withFeature(repair: TaskResult, isShown: boolean, share: number): TaskResult {
  const { maxPoints, formula } = repair;
  const forFeature = { points: isShown ? maxPoints * share : 0, maxPoints: maxPoints * share };
  const checks = repair.checks.map((check) => ({
    ...check,
    points: check.points * (1 - share),
    maxPoints: check.maxPoints * (1 - share),
  }));
  const check: Check = {
    id: `${repair.id}/feature`,
    name: 'a feature shows the fault',
    visibility: 'visible',
    verdict: isShown ? 'held' : 'violated',
    why: isShown ? '' : 'no scenario of yours holds on the whole lab and fails on the broken one',
    ...forFeature,
  };
  const repaired = rounded(1 - share, 3);
  return {
    ...repair,
    points: repair.points * (1 - share) + forFeature.points,
    formula: {
      en: `${repaired} × (${formula.en}) + ${forFeature.points} for the feature`,
      ko: `${repaired} × (${formula.ko}) + ${forFeature.points} (장애를 보이는 피처)`,
    },
    checks: [...checks, check],
  };
}
