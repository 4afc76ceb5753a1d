/**
 * Where in texts of manifests the things stand that sentences name.
 */

import { qualified, spoken } from '../../steps/support/references';
import type { ManifestDocument } from '../manifest/manifest-document';
import { ManifestError, type Position } from '../manifest/manifest-error';
import { parseDocuments } from '../manifest/parse-documents';
import type { Path } from '../manifest/path';
import type { ManifestText, Name } from './names';

/** A place in one of the texts. */
export interface Origin extends Position {
  /** Which of the texts, from 0. */
  readonly text: number;
}

/** Finds where a name is defined, the last place where there are several. */
export function originsIn(texts: readonly ManifestText[]): (name: Name) => Origin | undefined {
  const places = new Map<string, Origin>();
  for (const [text, { yaml, source }] of texts.entries()) {
    for (const document of documentsOf(yaml, source)) {
      for (const [key, path] of defined(document.value)) {
        places.set(key, { text, ...document.positionOf(path) });
      }
    }
  }
  return (name) => places.get(keyOf(name));
}

/** The pods that a text defines, as sentences say them; `undefined` where it defines anything else. */
export function podsIn({ yaml, source }: ManifestText): readonly string[] | undefined {
  const values = documentsOf(yaml, source).map(({ value }) => value);
  const pods = values.flatMap((value) => {
    const { kind, metadata } = isFields(value) ? value : {};
    const { name, namespace = 'default' } = isFields(metadata) ? metadata : {};
    return kind === 'Pod' ? [spoken(`${namespace}/${name}`)] : [];
  });
  return pods.length === values.length && pods.length > 0 ? pods : undefined;
}

function documentsOf(yaml: string, source: string): readonly ManifestDocument[] {
  try {
    return parseDocuments(yaml, source);
  } catch (error) {
    if (error instanceof ManifestError) return [];
    throw error;
  }
}

function keyOf({ kind, text, of = '' }: Name): string {
  switch (kind) {
    case 'pod':
      return `Pod ${qualified(text)}`;
    case 'node':
      return `Node ${text}`;
    case 'pool':
      return `IPPool ${text}`;
    case 'resource':
      return `${of} ${text}`;
    case 'interface':
      return `host ${of}`;
    default:
      return `host ${text}`;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** What a document defines, under all keys by which it is looked for, and where the name stands. */
function defined(value: unknown): readonly (readonly [string, Path])[] {
  if (!isFields(value)) return [];
  const { kind, metadata, spec } = value;
  const { name, namespace = 'default' } = isFields(metadata) ? metadata : {};
  const path: Path = ['metadata', 'name'];
  const names = [`${kind} ${name}`, `${kind} ${namespace}/${name}`];
  const hosts = kind === 'Pod' ? [`host ${name}`, `host ${namespace}/${name}`] : [`host ${name}`];
  const below = kind === 'Underlay' && isFields(spec) ? ['routers', 'hosts'] : [];
  return [
    ...[...names, ...(kind === 'Pod' || kind === 'Node' ? hosts : [])].map(
      (key) => [key, path] as const,
    ),
    ...below.flatMap((list) => namesOfList((spec as Fields)[list], ['spec', list])),
  ];
}

function namesOfList(list: unknown, path: Path): readonly (readonly [string, Path])[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, at) =>
    isFields(item) ? [[`host ${item['name']}`, [...path, at, 'name']] as const] : [],
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
