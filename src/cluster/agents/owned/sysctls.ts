/**
 * Kernel settings, read back. Felix writes those of an interface when it comes up or its endpoint changes,
 * and never looks at them again (felix/dataplane/linux/endpoint_mgr.go, `configureInterface`): what
 * somebody writes there by hand stays. The node's own, `ip_forward`, it writes when it starts.
 */
import type { HostState } from '../../../host/host-state';
import type { Op } from '../../../host/op';
import type { Netns } from '../../../kernel/netns';
import { readSysctl } from '../../../kernel/ops/sysctl';

/** @param device only what is this interface's; everything where none is named */
export function sysctlRepairs(host: Netns, wanted: HostState, device?: string): readonly Op[] {
  const ops: Op[] = [];
  for (const [path, value] of wanted.sysctls) {
    if (device !== undefined && !path.includes(`.${device}.`)) continue;
    if (readSysctl(host, path) === value) continue;
    ops.push({ kind: 'sysctl', path, value });
  }
  return ops;
}
