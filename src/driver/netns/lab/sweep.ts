/**
 * Removes what runs left behind that were killed: namespaces whose owner no longer lives, the processes
 * in them, and their files. What belongs to a living run, or to anybody else, is left alone.
 */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespaces, removeNamespaces } from './namespaces';
import { isAlive, ownerOf } from './run-id';
import { runTool } from './run-tool';

/** @returns the names of the namespaces that are gone now */
export async function sweep(): Promise<readonly string[]> {
  const leftovers = namespaces().filter(isLeftover);
  await Promise.all(leftovers.map(endProcessesIn));
  await removeNamespaces(leftovers);
  for (const name of readdirSync(tmpdir()).filter(isLeftover)) {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return leftovers;
}

function isLeftover(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== undefined && !isAlive(owner);
}

/** How often one looks whether they have ended; a process that is killed needs a moment to die. */
const LOOKS_MAX = 50;
const LOOK_EVERY_MS = 10;

/** Ends what runs there: nobody but the run that made the namespace ever started anything in it. */
export async function endProcessesIn(namespace: string): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look++) {
    const { stdout } = await runTool(['ip', 'netns', 'pids', namespace]);
    const pids = stdout.split('\n').filter((line) => line !== '');
    if (pids.length === 0) return;
    for (const pid of pids) kill(Number(pid));
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
