/** Every target that the engine knows. A new one is a file beside this and two lines here. */
import { notModelled } from '../command-error';
import type { TargetModule } from '../target';
import { UNMODELLED_TARGETS } from '../unmodelled';
import { type GotoTarget, goTo, type JumpTarget, jump } from './chain';
import { type LogTarget, log } from './log';
import { type MarkTarget, mark } from './mark';
import { type MasqueradeTarget, masquerade } from './masquerade';
import { type DnatTarget, dnat, type SnatTarget, snat } from './nat';
import { type NotrackTarget, notrack } from './notrack';
import { type RedirectTarget, redirect } from './redirect';
import { type RejectTarget, reject } from './reject';
import {
  type AcceptTarget,
  accept,
  type DropTarget,
  drop,
  type ReturnTarget,
  returnTarget,
} from './verdicts';

export type Target =
  | AcceptTarget
  | DropTarget
  | ReturnTarget
  | JumpTarget
  | GotoTarget
  | RejectTarget
  | MarkTarget
  | MasqueradeTarget
  | SnatTarget
  | DnatTarget
  | RedirectTarget
  | NotrackTarget
  | LogTarget;

/** Indexed by `kind`; `satisfies` makes a target without a module a compile error. */
const targets = {
  accept,
  drop,
  return: returnTarget,
  jump,
  goto: goTo,
  reject,
  mark,
  masquerade,
  snat,
  dnat,
  redirect,
  notrack,
  log,
} satisfies { readonly [K in Target['kind']]: TargetModule<Extract<Target, { kind: K }>> };

const MODULES: readonly TargetModule<Target>[] = Object.values(targets);

export function targetModule(target: Target): TargetModule<Target> {
  return targets[target.kind];
}

/** Whether some target has this option. */
export function isTargetOption(option: string): boolean {
  return MODULES.some(({ options }) => option in options);
}

/** Whether a chain may not be called so, because a target is. */
export function isTargetName(name: string): boolean {
  return UNMODELLED_TARGETS.has(name) || MODULES.some(({ names }) => names.includes(name));
}

/** The target of that name, as after `-j`; a name that is none of these is a user chain's. */
export function targetNamed(name: string): TargetModule<Target> {
  if (UNMODELLED_TARGETS.has(name)) throw notModelled(`target ${name}`);
  return MODULES.find(({ names }) => names.includes(name)) ?? jump;
}
