/**
 * A live tree as the library wants a file system: to be mounted where the kernel has it.
 */
import type { FsStat, IFileSystem } from 'just-bash';
import { type LivePath, type LiveTree, livePath } from './live-tree';

const FOLDER_MODE = 0o555;
const FILE_MODE = 0o644;

export class LiveFileSystem implements IFileSystem {
  readonly tree: LiveTree;
  readonly #now: () => Date;

  constructor(tree: LiveTree, now: () => Date) {
    this.tree = tree;
    this.#now = now;
  }

  async readFile(path: string): Promise<string> {
    const text = this.tree.read(livePath(path));
    if (text !== undefined) return text;
    throw this.#isFolder(path) ? isFolder(path) : notThere(path);
  }

  async readFileBuffer(path: string): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.readFile(path));
  }

  async writeFile(path: string, content: string | Uint8Array): Promise<void> {
    const reason = this.tree.whyClosed(livePath(path));
    if (reason !== undefined) throw new Error(reason);
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    this.tree.write(livePath(path), text);
  }

  appendFile(path: string, content: string | Uint8Array): Promise<void> {
    return this.writeFile(path, content);
  }

  async exists(path: string): Promise<boolean> {
    return this.#isFolder(path) || this.tree.read(livePath(path)) !== undefined;
  }

  async stat(path: string): Promise<FsStat> {
    const isDirectory = this.#isFolder(path);
    if (!isDirectory && !(await this.exists(path))) throw notThere(path);
    return {
      isFile: !isDirectory,
      isDirectory,
      isSymbolicLink: false,
      mode: isDirectory ? FOLDER_MODE : FILE_MODE,
      size: 0,
      mtime: this.#now(),
    };
  }

  lstat(path: string): Promise<FsStat> {
    return this.stat(path);
  }

  async readdir(path: string): Promise<string[]> {
    const names = this.tree.list(livePath(path));
    if (names === undefined) throw notThere(path);
    return [...names];
  }

  mkdir(): Promise<void> {
    return refused();
  }

  rm(): Promise<void> {
    return refused();
  }

  cp(): Promise<void> {
    return refused();
  }

  mv(): Promise<void> {
    return refused();
  }

  chmod(): Promise<void> {
    return refused();
  }

  symlink(): Promise<void> {
    return refused();
  }

  link(): Promise<void> {
    return refused();
  }

  async readlink(): Promise<string> {
    throw new Error('Invalid argument');
  }

  async realpath(path: string): Promise<string> {
    if (!(await this.exists(path))) throw notThere(path);
    return path;
  }

  async utimes(): Promise<void> {
    // The kernel makes the times of these files up.
  }

  resolvePath(base: string, path: string): string {
    const parts = path.startsWith('/') ? [] : [...livePath(base)];
    for (const part of livePath(path)) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  getAllPaths(): string[] {
    return this.#pathsBelow([]);
  }

  #isFolder(path: string): boolean {
    return this.tree.list(livePath(path)) !== undefined;
  }

  #pathsBelow(parts: LivePath): string[] {
    const names = this.tree.list(parts);
    if (names === undefined) return [`/${parts.join('/')}`];
    return names.flatMap((name) => this.#pathsBelow([...parts, name]));
  }
}

/** In the words that the library's commands know how to turn into their own. */
function notThere(path: string): Error {
  return new Error(`ENOENT: no such file or directory, open '${path}'`);
}

function isFolder(path: string): Error {
  return new Error(`EISDIR: illegal operation on a directory, read '${path}'`);
}

async function refused(): Promise<void> {
  throw new Error('Operation not permitted');
}
