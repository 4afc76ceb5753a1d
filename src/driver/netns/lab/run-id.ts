/**
 * What a run's namespaces are called: `cc<pid>.<start>.<lab>-<host>`, so that anybody can see from the
 * name alone whether the process that made them still lives. Pids are used again; a pid together with
 * the time when its process began is not (proc_pid_stat(5), field 22).
 */
import { readFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

/** What all labs of this process begin with: `cc1a2b.3c4d5e`. */
export interface Owner {
  readonly pid: number;
  /** Clock ticks from the machine's start to the process's. */
  readonly startTicks: string;
}

const NAME = /^cc([0-9a-z]+)\.([0-9a-z]+)\.[0-9a-z]+-/;

export function thisProcess(): Owner {
  return { pid: process.pid, startTicks: startTicksOf(process.pid) ?? '0' };
}

/** What the names of all namespaces of a process begin with. */
export function processPrefix({ pid, startTicks }: Owner): string {
  return `cc${pid.toString(36)}.${Number(startTicks).toString(36)}.`;
}

/** @param lab which lab of this thread: 1, 2 …; Cucumber shares its work out among threads */
export function labPrefix(lab: number): string {
  return `${processPrefix(thisProcess())}${threadId.toString(36)}x${lab.toString(36)}-`;
}

/** Whose namespace it is by its name; `undefined` where it is none of ours. */
export function ownerOf(namespace: string): Owner | undefined {
  const [, pid, ticks] = NAME.exec(namespace) ?? [];
  if (pid === undefined || ticks === undefined) return undefined;
  return { pid: Number.parseInt(pid, 36), startTicks: String(Number.parseInt(ticks, 36)) };
}

export function isAlive({ pid, startTicks }: Owner): boolean {
  return startTicksOf(pid) === startTicks;
}

/** `undefined` where there is no such process. The second field, in brackets, may hold anything. */
function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
