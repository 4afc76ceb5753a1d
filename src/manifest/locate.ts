/** Where in a YAML tree the value stands that a path of plain keys leads to. */
import { type Document, isAlias, isMap, isNode, isSeq, type Node, type Pair } from 'yaml';
import { isMergeKey, keyName } from './key-name';
import type { Path } from './path';

/** A value, or the field name in front of it. */
export type Part = 'value' | 'key';

/**
 * The offset of the deepest part of the path that exists: a missing field is shown at its parent,
 * and the parent at its name, where a reader would look for it.
 */
export function locate(document: Document, path: Path, part: Part): number {
  let node: Node | undefined = isNode(document.contents) ? document.contents : undefined;
  let found = startOf(node) ?? 0;
  let name = found;
  for (const [at, step] of path.entries()) {
    const target: Node | undefined = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(target) ? findPair(document, target, step) : undefined;
    const child = isSeq(target) ? target.items[Number(step)] : pair?.value;
    if (pair === undefined && !isNode(child)) return at === 0 ? found : name;
    name = startOf(pair?.key) ?? startOf(child) ?? found;
    found = startOf(child) ?? name;
    node = isNode(child) ? child : undefined;
  }
  return part === 'key' ? name : found;
}

/** The field of a mapping, its own or one that it merges in. */
function findPair(document: Document, map: Node, name: string | number): Pair | undefined {
  if (!isMap(map)) return undefined;
  const own = map.items.find(({ key }) => keyName(key) === String(name));
  if (own !== undefined) return own;
  for (const { key, value } of map.items) {
    if (!isMergeKey(key) || !isNode(value)) continue;
    const merged = isAlias(value) ? value.resolve(document) : value;
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const target = isAlias(source) ? source.resolve(document) : source;
      const pair = isNode(target) ? findPair(document, target, name) : undefined;
      if (pair !== undefined) return pair;
    }
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
