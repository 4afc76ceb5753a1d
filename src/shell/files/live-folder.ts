/**
 * A folder of live trees and of texts that are made when they are read.
 */
import { OpError } from '../../kernel/ops/op-error';
import type { LivePath, LiveTree } from './live-tree';

type Entry = LiveTree | (() => string);

export function liveFolder(entries: Readonly<Record<string, Entry>>): LiveTree {
  const names = Object.keys(entries).sort();
  const below = <Result>(
    [name, ...rest]: LivePath,
    ask: (tree: LiveTree, path: LivePath) => Result,
  ) => {
    const entry = name !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
    return entry === undefined ? undefined : ask(asTree(entry), rest);
  };
  return {
    list: (path) => (path.length === 0 ? names : below(path, (tree, rest) => tree.list(rest))),
    read: (path) => below(path, (tree, rest) => tree.read(rest)),
    whyClosed: (path) => {
      const found = below(path, (tree, rest) => ({ reason: tree.whyClosed(rest) }));
      return found === undefined ? 'Permission denied' : found.reason;
    },
    write: (path, text) => below(path, (tree, rest) => tree.write(rest, text)),
  };
}

function asTree(entry: Entry): LiveTree {
  if (typeof entry !== 'function') return entry;
  return {
    list: () => undefined,
    read: (path) => (path.length === 0 ? entry() : undefined),
    whyClosed: () => 'Permission denied',
    write: () => {
      throw new OpError('EINVAL');
    },
  };
}
