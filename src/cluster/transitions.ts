/**
 * What the same change to the same state comes to, remembered: a tree whose root is the empty cluster
 * of a seed. Scenarios of one feature begin alike, and so find most of their way here.
 */
import { type ControlPlane, emptyControlPlane } from './control-plane';

export interface Milestone {
  readonly state: ControlPlane;
  /** What the change that led here answered. */
  readonly result: unknown;
  readonly next: Map<string, Milestone>;
}

/** So many states at most; who goes beyond works out his own way each time. */
const MILESTONES_MAX = 200;

const roots = new Map<string, Milestone>();
let milestoneCount = 0;

/** The empty cluster of a seed, with pods that came and went before. */
export function rootOf(seed: number, earlierPods: number): Milestone {
  const key = `${seed} ${earlierPods}`;
  const known = roots.get(key);
  if (known !== undefined) return known;
  const state = emptyControlPlane(seed, earlierPods);
  const root = { state, result: undefined, next: new Map() };
  if (roots.size < MILESTONES_MAX) roots.set(key, root);
  return root;
}

/** Forgets everything where room gets short: whoever changes his files does not come back to most of it. */
export function makeRoom(): void {
  if (milestoneCount < MILESTONES_MAX / 2) return;
  roots.clear();
  milestoneCount = 0;
}

/** Remembers where a change leads. @returns `undefined` where there is no room any more */
export function remember(
  from: Milestone,
  key: string,
  state: ControlPlane,
  result: unknown,
): Milestone | undefined {
  if (milestoneCount >= MILESTONES_MAX) return undefined;
  milestoneCount += 1;
  const milestone = { state, result, next: new Map() };
  from.next.set(key, milestone);
  return milestone;
}
