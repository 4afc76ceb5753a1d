/**
 * Sees files being saved. Editors save by writing, by renaming, twice, or many files at once; what comes within
 * a moment is told at once, and the last content of a file is never missed.
 */
import { statSync } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';
import type { WatchedFiles } from './watched-files';

/** A moment, in milliseconds: so long nothing more must be saved before what was is told. */
const QUIET_MS = 20;
/** Who saves without end is not waited for. */
const WAIT_MAX_MS = 200;
/** Of two saves within 50 ms chokidar tells the first only: so much later a file is looked at again. */
const SECOND_LOOK_MS = 60;

/** Absolute paths, each once; files that are gone are among them. */
export type OnSaves = (paths: readonly string[]) => void;

export class Saves {
  readonly #files: WatchedFiles;
  readonly #onSaves: OnSaves;
  readonly #pending = new Set<string>();
  /** The state of each file that was told of, at that time. */
  readonly #told = new Map<string, string>();
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #since = 0;

  constructor(files: WatchedFiles, onSaves: OnSaves) {
    this.#files = files;
    this.#onSaves = onSaves;
  }

  /**
   * From here on nothing is missed.
   * @param onTrouble is told why something may be missed all the same, as where the system has no more watches
   */
  async begin(onTrouble: (why: string) => void): Promise<void> {
    const files = this.#files;
    const watcher = watch([...files.roots], {
      ignoreInitial: true,
      // A file that is gone is told at once; whether it came back is seen when it is looked for.
      atomic: false,
      ignored: (path, stats) =>
        files.kindOf(path) === undefined && (stats?.isFile() === true || !files.isEntered(path)),
    });
    this.#watcher = watcher;
    watcher.on('error', (error) => onTrouble(String(error)));
    watcher.on('all', (_event, path) => this.#take(path));
    watcher.on('unlinkDir', (path) => {
      if (files.roots.includes(path)) {
        onTrouble(`${path} was removed; start again when it is back`);
      }
    });
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  }

  end(): void {
    clearTimeout(this.#timer);
    void this.#watcher?.close();
  }

  #take(path: string): void {
    if (this.#files.kindOf(path) === undefined) return;
    const now = performance.now();
    if (this.#pending.size === 0) this.#since = now;
    this.#pending.add(path);
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#since + WAIT_MAX_MS - now));
    this.#timer = setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    const pending = [...this.#pending];
    const paths = pending.filter((path) => this.#isNew(path));
    this.#pending.clear();
    for (const path of paths) this.#told.set(path, stateOf(path));
    // Also for those that were told before: they were heard of just now, and so are not heard of for a while.
    setTimeout(() => this.#lookAgain(pending), SECOND_LOOK_MS).unref();
    if (paths.length > 0) this.#onSaves(paths);
  }

  #lookAgain(paths: readonly string[]): void {
    for (const path of paths) if (this.#isNew(path)) this.#take(path);
  }

  #isNew(path: string): boolean {
    return stateOf(path) !== this.#told.get(path);
  }
}

/** Another text for each content that a file had; none where there is no file. */
function stateOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.ino} ${stats.mtimeNs} ${stats.size}`;
}
