/**
 * Whoever is interrupted takes his namespaces with him; whoever is killed leaves them to the next sweep.
 */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { namespaces, removeNamespacesAtOnce } from './namespaces';
import { processPrefix, thisProcess } from './run-id';

let isWatching = false;

/** Removes all namespaces of this process, of whichever thread, when it ends in whatever way it can. */
export function watchForTheEnd(): void {
  if (isWatching || !isMainThread) return;
  isWatching = true;
  process.on('exit', removeAll);
  // A process that shares somebody's work out, and so has a channel to him, is no use without him.
  if (process.connected) process.once('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      removeAll();
      // The signal's own work, now that nobody listens any more.
      process.kill(process.pid, signal);
    });
  }
}

function removeAll(): void {
  const prefix = processPrefix(thisProcess());
  const isMine = (name: string) => name.startsWith(prefix);
  removeNamespacesAtOnce(namespaces().filter(isMine));
  for (const name of readdirSync(tmpdir()).filter(isMine)) {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
