/**
 * Where somebody is who types: a shell on a host that he moved into, with a directory and variables
 * of its own.
 */
import { loginEnvironment } from './environment';
import type { HostShell } from './host-shell';
import type { FunctionNode, StatementNode } from './language/tree';
import type { Move, ShellName } from './time/thread';

export interface Place {
  readonly host: HostShell;
  readonly shell: ShellName;
  /** Whether `kubectl exec` led here. */
  readonly isExec: boolean;
  /** Variables, the directory and aliases among them. */
  env: Readonly<Record<string, string>>;
  readonly functions: Map<string, FunctionNode>;
  /** Arrays and options, as statements that bring them about. */
  state: readonly StatementNode[];
}

/** @param inherited the variables of the shell before, for one that is no login shell */
export function enter(
  host: HostShell,
  { shell, isLogin, host: name, isExec = false }: Move,
  inherited: Readonly<Record<string, string>>,
): Place {
  const aliases: Readonly<Record<string, string>> =
    host.role === 'node' ? { BASH_ALIAS_k: 'kubectl', BASH_ALIAS_ll: 'ls -alF' } : {};
  const fresh = { ...loginEnvironment(host.hostname), ...aliases };
  const isSameHost = inherited['HOSTNAME'] === host.hostname && name === host.name;
  const env = isLogin || !isSameHost ? fresh : { ...inherited, ...aliases };
  return { host, shell, isExec, env, functions: new Map<string, FunctionNode>(), state: [] };
}

/** `root@k8s-m:~# `, `root@pod1:/tmp# `. */
export function promptOf({ host, env }: Place): string {
  const directory = env['PWD'] ?? '/';
  const home = env['HOME'] ?? '/root';
  const isHome = directory === home || directory.startsWith(`${home}/`);
  return `root@${host.hostname}:${isHome ? `~${directory.slice(home.length)}` : directory}# `;
}
