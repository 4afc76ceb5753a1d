/**
 * The commands of the engine, called by the shell: files and standard input go in, files come out,
 * and one that takes time is waited for.
 */
import type { CommandContext } from 'just-bash';
import { invariant } from '../../base/invariant';
import type {
  Command,
  CommandInput,
  CommandResult,
  Process,
  WrittenFile,
} from '../../commands/command';
import { whileTyped } from '../../commands/while-typed';
import { JobProcess } from '../jobs/job-process';
import { pause } from '../time/pause';
import { handOver, terminatedText } from './hand-over';
import type { Call, ShellCommand } from './shell-command';

type ClusterCommands = typeof import('../../cluster/commands');

export function engineCommand(name: string, command: Command): ShellCommand {
  return async (words, call) => {
    const { shell } = call;
    const input = await inputOf(command.reads?.(words) ?? [], call);
    if ('run' in command) {
      const run = () => command.run(words, shell.netns, input);
      return kept(call, whileTyped(shell.netns, [name, ...words], run));
    }
    const started = command.start(words, shell.netns, input);
    return kept(call, 'take' in started ? await runProcess(started, call) : started);
  };
}

/** They are a fifth of all files that there are, and so they are loaded when one is typed. */
export function clusterCommand(name: string): ShellCommand {
  return async (words, call) => {
    const { shell } = call;
    const { findClusterCommand } = require('../../cluster/commands') as ClusterCommands;
    const command = findClusterCommand(name);
    invariant(command !== undefined, `${name} speaks to the API server`);
    const input = await inputOf(command.reads?.(words) ?? [], call);
    const answer = command.run(words, shell.world.cluster, shell.name, input);
    if ('stdout' in answer) return kept(call, answer);
    const result = await handOver(answer, call);
    return { ...result, stderr: result.stderr + terminatedText(result.exit) };
  };
}

/** Waits until it ends; where somebody watches, not for ever. */
export async function runProcess(program: Process, call: Call): Promise<CommandResult> {
  const running = new JobProcess(program);
  const { timeline } = call.shell.world;
  const thread = timeline.current;
  const patienceMs = thread?.isForeground === false ? Number.POSITIVE_INFINITY : running.patienceMs;
  const untilUs = timeline.nowUs + patienceMs * 1000;
  const alarm = thread?.alarm;
  thread?.processes.add(running);
  try {
    const isOver = () => running.end !== undefined;
    await pause(call, isOver, Math.min(untilUs, alarm?.atUs ?? untilUs));
    if (running.end === undefined && alarm !== undefined && alarm.atUs <= timeline.nowUs) {
      alarm.hasRung = true;
      void abortSoon(alarm.abort);
      running.signal(alarm.signal);
    }
    if (running.end === undefined) running.signal('SIGINT');
  } catch (error) {
    running.signal('SIGKILL');
    throw error;
  } finally {
    thread?.processes.delete(running);
  }
  const { stdout, stderr } = running.take();
  return { stdout, stderr, exit: running.end?.exit ?? 0, files: running.end?.files ?? [] };
}

/** Of the queue of promises; the library takes about a dozen to end a command. */
const TURNS_UNTIL_OVER = 24;

/** Behind a command that has to be over by then: the library would forget what it printed. */
async function abortSoon(abort: AbortController): Promise<void> {
  for (let turn = 0; turn < TURNS_UNTIL_OVER; turn++) await Promise.resolve();
  abort.abort();
}

async function inputOf(paths: readonly string[], call: Call): Promise<CommandInput> {
  const { shell, context } = call;
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    const bytes = path === '/dev/stdin' ? bytesOf(context) : await read(path, context);
    if (bytes !== undefined) files.set(path, bytes);
  }
  return { stdin: textOf(bytesOf(context)), files, distribution: shell.distribution };
}

async function read(path: string, { fs, cwd }: CommandContext): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFileBuffer(fs.resolvePath(cwd, path));
  } catch {
    return undefined;
  }
}

/** Standard input comes as one letter a byte. */
function bytesOf({ stdin }: CommandContext): Uint8Array {
  return Uint8Array.from(String(stdin), (letter) => letter.charCodeAt(0));
}

/** As text where it is text, and else one letter a byte. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

/** Puts what it wrote into the host's files. */
async function kept({ context }: Call, result: CommandResult): Promise<CommandResult> {
  for (const file of result.files ?? []) await write(file, context);
  return result;
}

async function write({ path, bytes }: WrittenFile, { fs, cwd }: CommandContext): Promise<void> {
  await fs.writeFile(fs.resolvePath(cwd, path), bytes);
}
