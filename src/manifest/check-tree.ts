/**
 * What JSON, and so Kubernetes, does not have, found in one visit of a document's tree: a field given
 * twice, a field name that is not text, an alias inside its own anchor, a number that is none.
 */
import { type Document, isNode, type Node, visit, type YAMLMap } from 'yaml';
import { isMergeKey, keyName } from './key-name';
import type { ManifestErrorCode } from './manifest-error';

interface TreeDefect {
  readonly code: ManifestErrorCode;
  readonly reason: string;
  /** Where in the text, in UTF-16 units from its start. */
  readonly offset: number;
}

export function findTreeDefect(document: Document): TreeDefect | undefined {
  let defect: TreeDefect | undefined;
  visit(document, {
    Map(_, map) {
      defect ??= findKeyDefect(map);
      return defect && visit.BREAK;
    },
    Alias(_, alias, ancestors) {
      const anchored = alias.resolve(document);
      if (anchored !== undefined && !ancestors.includes(anchored)) return undefined;
      const reason =
        anchored === undefined
          ? `there is no anchor &${alias.source} before this alias`
          : `the alias *${alias.source} stands inside its own anchor`;
      defect ??= { code: 'syntax', reason, offset: offsetOf(alias) };
      return visit.BREAK;
    },
    Scalar(_, { value, range }) {
      if (typeof value !== 'number' || Number.isFinite(value)) return undefined;
      defect ??= { code: 'invalid', reason: 'not a number that JSON has', offset: range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return defect;
}

function findKeyDefect(map: YAMLMap): TreeDefect | undefined {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const offset = isNode(key) ? offsetOf(key) : offsetOf(map);
    // A merge may be written more than once.
    if (isMergeKey(key)) continue;
    const name = keyName(key);
    if (name === undefined) {
      return { code: 'bad-key', reason: 'a field name must be a word', offset };
    }
    // Objects of JavaScript mean something else by it, and no Kubernetes field has this name.
    if (name === '__proto__') {
      return { code: 'bad-key', reason: '__proto__ cannot be a field name', offset };
    }
    if (seen.has(name)) {
      return { code: 'duplicate-key', reason: `the field ${name} is given twice`, offset };
    }
    seen.add(name);
  }
  return undefined;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
