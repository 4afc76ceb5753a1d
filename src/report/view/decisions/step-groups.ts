/** The steps of a hop as they are told: tables that let a packet pass untouched, one after another, make one line. */
import type { WalkStep } from '../../model/walk';

export type NetfilterStep = Extract<WalkStep, { readonly kind: 'netfilter' }>;

export type StepGroup =
  | { readonly kind: 'step'; readonly step: WalkStep }
  | { readonly kind: 'untouched'; readonly steps: readonly NetfilterStep[] };

export function groupsOf(steps: readonly WalkStep[]): readonly StepGroup[] {
  const groups: StepGroup[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (!isUntouched(step)) groups.push({ kind: 'step', step });
    else if (last?.kind !== 'untouched') groups.push({ kind: 'untouched', steps: [step] });
    else groups[groups.length - 1] = { kind: 'untouched', steps: [...last.steps, step] };
  }
  return groups;
}

/** No rule had the last word on the packet. */
function isUntouched(step: WalkStep): step is NetfilterStep {
  return step.kind === 'netfilter' && step.verdict === 'policy ACCEPT';
}
