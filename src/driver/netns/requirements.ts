/**
 * What this driver needs of the machine: Linux, root, and the distribution's own tools.
 */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { TOOL_ENVIRONMENT } from './lab/run-tool';

/** Each tool and the Debian package that has it. */
const TOOLS: Readonly<Record<string, string>> = {
  arping: 'iputils-arping',
  bash: 'bash',
  bridge: 'iproute2',
  conntrack: 'conntrack',
  findmnt: 'util-linux',
  hostname: 'hostname',
  ip: 'iproute2',
  ipset: 'ipset',
  'iptables-restore': 'iptables',
  nsenter: 'util-linux',
  ping: 'iputils-ping',
  python3: 'python3',
  setpriv: 'util-linux',
  sysctl: 'procps',
  tcpdump: 'tcpdump',
  traceroute: 'traceroute',
  unshare: 'util-linux',
};

/** What is missing, in plain words; nothing where the driver can work. */
export function missingForNetns(): readonly string[] {
  if (process.platform !== 'linux') return ['Linux: this is another system'];
  const lacks = Object.entries(TOOLS).filter(([tool]) => !isThere(tool));
  const packages = [...new Set(lacks.map(([, name]) => name))];
  const missing: string[] = [];
  if (process.getuid?.() !== 0) missing.push('root: network namespaces are made by nobody else');
  if (packages.length > 0) missing.push(`the tools of: apt-get install ${packages.join(' ')}`);
  return missing;
}

function isThere(tool: string): boolean {
  return (TOOL_ENVIRONMENT['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
