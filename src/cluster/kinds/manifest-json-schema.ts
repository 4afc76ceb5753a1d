/**
 * What a manifest may say, as JSON Schema for editors: one document of any kind, told apart by
 * `apiVersion` and `kind`. What depends on more than one document, or on what is there already, only the
 * cluster knows.
 */
import { z } from 'zod';
import type { Kind } from '../../manifest/kind';
import { kinds } from './registry';

/** Draft 7, for that is what editors of YAML read. */
export function manifestJsonSchema(): object {
  const names = kinds.flatMap((kind) => [kind, ...kind.aliases]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What Calicumber applies: Kubernetes, Calico, and the network below',
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    properties: {
      apiVersion: { enum: unique(names.map(({ apiVersion }) => apiVersion)) },
      kind: { enum: unique(names.map(({ kind }) => kind)) },
    },
    allOf: kinds.map((kind) => ({
      if: { anyOf: [kind, ...kind.aliases].map(isNamed), required: ['apiVersion', 'kind'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
      then: { $ref: `#/definitions/${definitionName(kind)}` },
    })),
    definitions: Object.fromEntries(
      kinds.map((kind) => [definitionName(kind), definitionOf(kind)] as const),
    ),
  };
}

function isNamed({ apiVersion, kind }: Pick<Kind, 'apiVersion' | 'kind'>): object {
  return { properties: { apiVersion: { const: apiVersion }, kind: { const: kind } } };
}

/** Two groups have a kind of the same name. */
function definitionName({ apiVersion, kind }: Kind): string {
  return `${apiVersion.replaceAll('/', '.')}.${kind}`;
}

function definitionOf(kind: Kind): object {
  const schema = z.toJSONSchema(kind.schema, {
    io: 'input',
    target: 'draft-07',
    override: ({ jsonSchema }) => withoutForeignPattern(jsonSchema),
  });
  const { $schema: _, properties, ...rest } = schema;
  // An alias may stand in place of these two; the condition has asked for them.
  return { ...rest, properties: { ...properties, apiVersion: true, kind: true } };
}

/** Some patterns are Go's, which JSON Schema (ECMA-262) cannot read: `(?i)`. */
function withoutForeignPattern(schema: { pattern?: string | undefined }): void {
  try {
    new RegExp(schema.pattern ?? '', 'u');
  } catch {
    delete schema.pattern;
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
