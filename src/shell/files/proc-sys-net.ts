/**
 * `/proc/sys/net`: every sysctl is a file (net/sysctl_net.c, net/ipv4/devinet.c).
 */
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { readSysctl } from '../../kernel/ops/sysctl';
import type { LivePath, LiveTree } from './live-tree';

export function procSysNet(netns: Netns): LiveTree {
  return {
    list: (path) => list(netns, path),
    read: (path) => {
      const value = list(netns, path) === undefined ? readSysctl(netns, nameOf(path)) : undefined;
      return value === undefined ? undefined : `${value}\n`;
    },
    whyClosed: (path) =>
      readSysctl(netns, nameOf(path)) === undefined ? 'No such file or directory' : undefined,
    write: (path, text) => {
      applyOp(netns, { kind: 'sysctl', path: nameOf(path), value: text.trim() });
    },
  };
}

function nameOf(path: LivePath): string {
  return ['net', ...path].join('/');
}

function list(netns: Netns, [family, group, device, ...rest]: LivePath) {
  if (family === undefined) return ['ipv4', 'ipv6'];
  if (family === 'ipv6') return listInert(netns, [family, group, device, ...rest]);
  if (family !== 'ipv4' || rest.length > 0) return undefined;
  const devices = [...netns.devices.values()];
  if (group === undefined) return [...Object.keys(netns.ipv4Conf), 'conf', 'neigh'].sort();
  if (group === 'conf') {
    if (device === undefined) return ['all', 'default', ...devices.map(({ name }) => name)];
    const isKnown = device === 'all' || device === 'default' || netns.devices.has(device);
    return isKnown ? Object.keys(netns.confAll) : undefined;
  }
  if (group !== 'neigh') return undefined;
  if (device === undefined) return devices.map(({ name }) => name);
  return netns.devices.has(device) ? Object.keys(netns.loopback.neighConf) : undefined;
}

/** Of IPv6 there is what somebody set. */
function listInert({ inertSysctls }: Netns, path: readonly (string | undefined)[]) {
  const prefix = ['net', ...path.filter((name) => name !== undefined)].join('.');
  const names = [...inertSysctls.keys()]
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => name.slice(prefix.length + 1).split('.')[0] ?? '');
  return names.length === 0 && path[1] !== undefined ? undefined : [...new Set(names)];
}
