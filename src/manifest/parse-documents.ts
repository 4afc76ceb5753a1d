/**
 * The text of a manifest to plain values with positions. Whatever the text is, the answer is either
 * its documents or one `ManifestError`, soon.
 */
import { Composer, type CST, type Document, Parser } from 'yaml';
import { findTreeDefect } from './check-tree';
import { isTooDeep } from './depth';
import { MANIFEST_LIMITS, type ManifestLimits } from './limits';
import { type ManifestDocument, manifestDocument, SourceText } from './manifest-document';
import { YAML_OPTIONS } from './yaml-options';

/**
 * The documents of a text, in order; empty ones are left out, and a List stands for its items.
 * @param source what the text is called in errors
 * @throws ManifestError for the first thing that is wrong
 */
export function parseDocuments(
  text: string,
  source: string,
  limits: ManifestLimits = MANIFEST_LIMITS,
): readonly ManifestDocument[] {
  const sourceText = new SourceText(source, text);
  const size = new TextEncoder().encode(text).length;
  if (size > limits.sizeMaxBytes) {
    const reason = `${size} bytes are too much for one text; ${limits.sizeMaxBytes} is the limit`;
    throw sourceText.errorAt(0, 'too-large', reason);
  }
  return composeAll(sourceText, limits).flatMap((document) => {
    const value = toPlain(sourceText, document, limits);
    return value === null ? [] : expandList(sourceText, document, value);
  });
}

function composeAll(text: SourceText, limits: ManifestLimits): readonly Document[] {
  const composer = new Composer(YAML_OPTIONS);
  const documents: Document[] = [];
  const keep = (composed: Iterable<Document>) => {
    for (const document of composed) {
      documents.push(document);
      if (documents.length > limits.documentCountMax) {
        const reason = `more than ${limits.documentCountMax} documents in one text`;
        throw text.errorAt(document.range?.[0] ?? 0, 'too-many-documents', reason);
      }
    }
  };
  for (const token of new Parser(text.addNewLine).parse(text.text)) {
    refuseDepth(text, token, limits);
    keep(composer.next(token));
  }
  keep(composer.end(false, text.text.length));
  return documents;
}

// Before composing, which calls itself for each level and would exhaust the stack.
function refuseDepth(text: SourceText, token: CST.Token, { depthMax }: ManifestLimits): void {
  if (!isTooDeep(token, depthMax)) return;
  const reason = `more than ${depthMax} mappings and lists inside one another`;
  throw text.errorAt('offset' in token ? token.offset : 0, 'too-deep', reason);
}

function toPlain(text: SourceText, document: Document, { aliasCountMax }: ManifestLimits): unknown {
  const [complaint] = [...document.errors, ...document.warnings];
  if (complaint !== undefined) {
    const reason = complaint.message.replace(/ at line \d+, column \d+:?$/, '');
    throw text.errorAt(complaint.pos[0], 'syntax', `broken YAML: ${reason}`);
  }
  const treeDefect = findTreeDefect(document);
  if (treeDefect !== undefined)
    throw text.errorAt(treeDefect.offset, treeDefect.code, treeDefect.reason);
  try {
    return document.toJS({ maxAliasCount: aliasCountMax });
  } catch (cause) {
    // The library's answers to an alias bomb, and to a merge of something that has no fields.
    const isBomb = cause instanceof ReferenceError;
    const code = isBomb ? 'too-many-aliases' : 'syntax';
    const reason = isBomb
      ? `its aliases repeat more than ${aliasCountMax} times what their anchors hold`
      : `broken YAML: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw text.errorAt(document.contents?.range?.[0] ?? 0, code, reason);
  }
}

/** `kind: List` of Kubernetes, and the `IPPoolList` and so on that calicoctl prints. */
function expandList(text: SourceText, document: Document, value: unknown): ManifestDocument[] {
  const whole = manifestDocument(text, document, value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = 'a resource must be a mapping with apiVersion, kind and metadata';
    throw whole.errorAt([], 'not-a-mapping', what);
  }
  const { kind, items } = value as { readonly kind?: unknown; readonly items?: unknown };
  if (typeof kind !== 'string' || !kind.endsWith('List') || items === undefined) return [whole];
  if (!Array.isArray(items)) throw whole.errorAt(['items'], 'invalid', 'must be a list');
  return items.flatMap((item: unknown, at) => {
    const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item);
    if (!isMapping) throw whole.errorAt(['items', at], 'not-a-mapping', 'must be a resource');
    return [manifestDocument(text, document, item, ['items', at])];
  });
}
