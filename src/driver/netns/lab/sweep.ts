/**
 * Removes what runs left behind that were killed: namespaces whose owner no longer lives, and the
 * processes in them. What belongs to a living run, or to anybody else, is left alone.
 */
import { namespaces, removeNamespaces } from './namespaces';
import { isAlive, ownerOf } from './run-id';
import { runTool } from './run-tool';

/** @returns the names of the namespaces that are gone now */
export async function sweep(): Promise<readonly string[]> {
  const leftovers = namespaces().filter((name) => {
    const owner = ownerOf(name);
    return owner !== undefined && !isAlive(owner);
  });
  await Promise.all(leftovers.map(endProcessesIn));
  await removeNamespaces(leftovers);
  return leftovers;
}

/** Nobody but the run that made the namespace ever started anything in it. */
export async function endProcessesIn(namespace: string): Promise<void> {
  const { stdout } = await runTool(['ip', 'netns', 'pids', namespace]);
  for (const pid of stdout.split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
