/**
 * Devices: made, removed, or given another MTU or MAC. What else a device is cannot be changed, so it is
 * made anew, and all that was on it has to be put there again.
 */
import { NO_DIFFERENCE, type PartDiff } from './diff-keyed';
import type { LinkSpec, Op } from './op';

export interface LinkDiff extends PartDiff {
  /** Devices that vanish at some time, with all that is on them. */
  readonly gone: ReadonlySet<string>;
}

export function diffLinks(from: readonly LinkSpec[], to: readonly LinkSpec[]): LinkDiff {
  if (from === to) return { ...NO_DIFFERENCE, gone: new Set() };
  const left = new Map(from.map((link) => [link.name, link]));
  const gone = new Set<string>();
  const forward: Op[] = [];
  for (const link of to) {
    const before = left.get(link.name);
    left.delete(link.name);
    if (before === link) continue;
    if (before !== undefined && identityOf(before) === identityOf(link)) {
      forward.push(...changes(before, link));
      continue;
    }
    if (before !== undefined) {
      gone.add(link.name);
      forward.push({ kind: 'link-delete', device: link.name });
    }
    forward.push({ kind: 'link-add', link }, { kind: 'link-up', device: link.name });
  }
  const backward: Op[] = [];
  for (const name of [...left.keys()].reverse()) {
    gone.add(name);
    backward.push({ kind: 'link-delete', device: name });
  }
  return { forward, backward, gone };
}

/** All of a device that cannot be changed. */
function identityOf(link: LinkSpec): string {
  const changeable = link.kind === 'ipip' ? { mtu: 0 } : { mtu: 0, mac: 0 };
  return JSON.stringify({ ...link, ...changeable });
}

function changes(before: LinkSpec, link: LinkSpec): readonly Op[] {
  const ops: Op[] = [];
  const { name: device, mtu } = link;
  if (before.mtu !== mtu) ops.push({ kind: 'link-mtu', device, mtu });
  if (link.kind !== 'ipip' && before.kind !== 'ipip' && before.mac !== link.mac) {
    ops.push({ kind: 'link-mac', device, mac: link.mac });
  }
  return ops;
}
