/**
 * A folder whose files are the engine's own state, as below `/proc` and `/sys`: what is read is made
 * at that moment, and what is written takes effect.
 */

export interface LiveTree {
  /** @returns the names in a folder, or `undefined` where there is no such folder */
  list(path: LivePath): readonly string[] | undefined;
  /** @returns the text of a file, or `undefined` where there is no such file */
  read(path: LivePath): string | undefined;
  /** @returns why a file cannot be opened to write to it, as strerror(3) says it */
  whyClosed(path: LivePath): string | undefined;
  /** @throws OpError where the kernel refuses the value */
  write(path: LivePath, text: string): void;
}

/** The names on the way from the tree's root: `['ipv4', 'ip_forward']`. */
export type LivePath = readonly string[];

export function livePath(path: string): LivePath {
  return path.split('/').filter((part) => part !== '');
}
