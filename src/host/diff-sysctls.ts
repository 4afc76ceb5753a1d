/** Sysctls are set and never unset: no value says "as if nobody had written here". */
import { NO_DIFFERENCE, type PartDiff } from './diff-keyed';
import type { HostState } from './host-state';
import type { Op } from './op';

export function diffSysctls(from: HostState['sysctls'], to: HostState['sysctls']): PartDiff {
  if (from === to) return NO_DIFFERENCE;
  const forward: Op[] = [];
  for (const [path, value] of to) {
    if (from.get(path) !== value) forward.push({ kind: 'sysctl', path, value });
  }
  return { forward, backward: [] };
}
