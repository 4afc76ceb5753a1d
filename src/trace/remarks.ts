/**
 * What the last host that had a packet remarked on it beside its way: notes, and sysctls that decided.
 */
import { describeStep } from './describe-step';
import type { Trace } from './trace';

export function remarksOf(trace: Trace | undefined): readonly string[] {
  const steps = trace?.hops.at(-1)?.steps ?? [];
  return steps.filter(({ kind }) => kind === 'note' || kind === 'sysctl').map(describeStep);
}
