/**
 * Which commands a host's shell has besides the library's: the engine's, the API server's on nodes,
 * and those that belong to the shell itself.
 */
import type { CustomCommand } from 'just-bash';
import { InvariantError } from '../../base/invariant';
import { commands as engineCommands } from '../../commands';
import type { CommandResult } from '../../commands/command';
import type { HostShell } from '../host-shell';
import { background } from './background';
import { clear } from './clear';
import { date } from './date';
import { dynamic } from './dynamic';
import { end, leave, status } from './end';
import { env } from './env';
import { head } from './head';
import { disown, fg, jobs, kill, wait } from './job-control';
import { ls } from './ls';
import { newShell } from './new-shell';
import { nohup } from './nohup';
import { man, NOT_MODELLED, notHere } from './not-here';
import { pager } from './pager';
import { clusterCommand, engineCommand } from './run-engine-command';
import type { ShellCommand } from './shell-command';
import { sleep } from './sleep';
import { ssh } from './ssh';
import { su, sudo } from './sudo';
import { tail } from './tail';
import { time } from './time';
import { timeout } from './timeout';
import { touch } from './touch';
import { uname } from './uname';
import { uniq } from './uniq';
import { uptime } from './uptime';
import { watch } from './watch';
import { id, whoami } from './whoami';
import { written } from './written';
import { xargs } from './xargs';

const EVERYWHERE = {
  _background: background,
  _dynamic: dynamic,
  _end: end,
  _leave: leave,
  _status: status,
  _time: time,
  _wait: wait,
  _written: written,
  bash: newShell('bash'),
  clear,
  date,
  disown,
  env,
  fg,
  head,
  id,
  jobs,
  kill,
  less: pager,
  ls,
  man,
  more: pager,
  nohup,
  printenv: env,
  sh: newShell('sh'),
  sleep,
  ssh,
  su,
  tail,
  timeout,
  touch,
  uname,
  uniq,
  uptime,
  watch,
  whoami,
  xargs,
} satisfies Readonly<Record<string, ShellCommand>>;

const ONLY_ON_HOSTS = { sudo } satisfies Readonly<Record<string, ShellCommand>>;
const ONLY_IN_PODS = { zsh: newShell('zsh') } satisfies Readonly<Record<string, ShellCommand>>;

/** Of those that speak to the API server. */
const CLUSTER_COMMANDS = ['calicoctl', 'kubectl'];

function tableOf({ role }: HostShell): Readonly<Record<string, ShellCommand>> {
  const table: Record<string, ShellCommand> = {};
  for (const name of NOT_MODELLED) table[name] = notHere(name);
  for (const [name, command] of Object.entries(engineCommands))
    table[name] = engineCommand(name, command);
  Object.assign(table, EVERYWHERE, role === 'pod' ? ONLY_IN_PODS : ONLY_ON_HOSTS);
  for (const name of role === 'node' ? CLUSTER_COMMANDS : []) {
    table[name] = clusterCommand(name);
  }
  return table;
}

export function commandNames(shell: HostShell): readonly string[] {
  return Object.keys(tableOf(shell));
}

export function hasCommand(shell: HostShell, name: string): boolean {
  return Object.hasOwn(tableOf(shell), name);
}

export function customCommands(shell: HostShell): CustomCommand[] {
  return Object.entries(tableOf(shell)).map(([name, command]) => ({
    name,
    execute: async (words, context) => {
      try {
        return forLibrary(await command(words, { shell, context }));
      } catch (error) {
        noteBug(error, shell);
        throw error;
      }
    },
  }));
}

/** The library would print it as the command's own complaint. */
function noteBug(error: unknown, { world }: HostShell): void {
  const thread = world.timeline.current;
  if (error instanceof InvariantError && thread !== undefined) thread.bug ??= error;
}

/** What begins like a capture is bytes, one letter each; all else is text. */
const CAPTURE_MAGICS = ['\xd4\xc3\xb2\xa1', 'M<\xb2\xa1', '\n\r\r\n'];

function forLibrary({ stdout, stderr, exit }: CommandResult) {
  const stdoutKind: 'text' | 'bytes' = CAPTURE_MAGICS.some((magic) => stdout.startsWith(magic))
    ? 'bytes'
    : 'text';
  return { stdout, stderr, exitCode: exit, stdoutKind };
}
