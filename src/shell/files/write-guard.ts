/**
 * Files that cannot be written to. The library opens what a redirection names by writing nothing to
 * it, and takes an error there for a bug of its own; so the error is kept until somebody asks, and
 * nothing is written.
 */
import type { IFileSystem } from 'just-bash';
import type { LiveFileSystem } from './live-file-system';
import { livePath } from './live-tree';

export interface Refusal {
  /** The file that could not be opened; `undefined` where it was, and took nothing. */
  readonly path: string | undefined;
  /** As strerror(3) says it: `Invalid argument`. */
  readonly reason: string;
}

export interface Mount {
  readonly mountPoint: string;
  readonly filesystem: LiveFileSystem;
}

type Write = IFileSystem['writeFile'];

const NO_FILE = 'No such file or directory';
const NO_SPACE = 'No space left on device';

export class WriteGuard {
  readonly #files: IFileSystem;
  readonly #mounts: readonly Mount[];
  readonly #now: () => Date;
  #opened: string | undefined;
  #refusal: Refusal | undefined;

  /** Puts itself before the files' own ways to write. */
  constructor(files: IFileSystem, mounts: readonly Mount[], now: () => Date) {
    this.#files = files;
    this.#now = now;
    this.#mounts = mounts;
    files.writeFile = this.#guarded(files.writeFile.bind(files));
    files.appendFile = this.#guarded(files.appendFile.bind(files));
    files.cp = this.#intoFolder(files.cp.bind(files));
    files.mv = this.#intoFolder(files.mv.bind(files));
  }

  /** What was refused since somebody last asked. */
  takeRefusal(): Refusal | undefined {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    this.#opened = undefined;
    return refusal;
  }

  #guarded(write: Write): Write {
    return async (path, content, options) => {
      if (content === '' && options === 'binary') return this.#open(path, write);
      if (this.#opened !== path) {
        if (!(await this.#hasFolder(path))) throw new Error(`ENOENT: ${NO_FILE}, open '${path}'`);
        return this.#dated(path, write(path, content, options));
      }
      this.#opened = undefined;
      if (this.#refusal !== undefined) return;
      try {
        await this.#dated(path, write(path, content, options));
      } catch (error) {
        this.#refusal = { path: undefined, reason: reasonOf(error) };
      }
    };
  }

  /** The library would make the folder. */
  #intoFolder<Options>(put: (from: string, to: string, options?: Options) => Promise<void>) {
    return async (from: string, to: string, options?: Options) => {
      if (!(await this.#hasFolder(to))) throw new Error(`ENOENT: ${NO_FILE}, open '${to}'`);
      return put(from, to, options);
    };
  }

  async #open(path: string, write: Write): Promise<void> {
    this.#opened = path;
    const mount = this.#mounts.find(({ mountPoint }) => path.startsWith(`${mountPoint}/`));
    const reason = mount
      ? mount.filesystem.tree.whyClosed(livePath(path.slice(mount.mountPoint.length)))
      : (await this.#hasFolder(path))
        ? undefined
        : NO_FILE;
    if (reason !== undefined) this.#refusal = { path, reason };
    else if (mount === undefined) await this.#dated(path, write(path, '', 'binary'));
  }

  /** The library would give a file the time of the real clock. */
  async #dated(path: string, written: Promise<void>): Promise<void> {
    await written;
    await this.#files.utimes(path, this.#now(), this.#now());
  }

  #hasFolder(path: string): Promise<boolean> {
    return this.#files.exists(path.slice(0, path.lastIndexOf('/')) || '/');
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.startsWith('ENOSPC') ? NO_SPACE : message;
}
