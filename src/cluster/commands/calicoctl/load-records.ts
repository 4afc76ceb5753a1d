/**
 * Resources from a file or a pipe, as far as they can be read without asking the datastore: YAML or
 * JSON, one resource or many, each of a kind that calicoctl knows and with fields that the kind has
 * (calicoctl/resourcemgr/resourcemgr.go).
 */
import type { CommandInput } from '../../../commands/command';
import { readResource } from '../../../manifest/kind';
import type { ManifestDocument } from '../../../manifest/manifest-document';
import { ManifestError } from '../../../manifest/manifest-error';
import { parseDocuments } from '../../../manifest/parse-documents';
import { kindOf } from '../../kinds/registry';
import type { JsonObject } from '../go-yaml';
import { FatalError, fileError } from './calico-error';
import { API_VERSION } from './calico-record';
import type { Draft, ResourceType } from './resource-type';
import { resourceTypeOf } from './resource-types';

/** A resource that somebody asks for or wants, of a file or of the words. */
export interface Wanted {
  readonly type: ResourceType;
  readonly draft: Draft;
  /** The one that the file was made from, where it says so. */
  readonly resourceVersion: string;
}

/** @throws FatalError, CommandError */
export function loadRecords(
  filename: string,
  { stdin, files }: CommandInput,
  mayBeEmpty: boolean,
): readonly Wanted[] {
  const bytes = files.get(filename);
  if (filename !== '-' && bytes === undefined) {
    throw fileError(`open ${filename}: no such file or directory`);
  }
  const text = bytes === undefined ? stdin : new TextDecoder().decode(bytes);
  const documents = documentsOf(text, filename);
  if (documents.length === 0 && !mayBeEmpty) {
    throw new FatalError(`No resources specified in file ${filename}`);
  }
  return documents.map((document) => wantedOf(document.value as JsonObject, document, filename));
}

function documentsOf(text: string, filename: string): readonly ManifestDocument[] {
  try {
    return parseDocuments(asList(text), filename);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const reason = error.reason.replace(/^broken YAML: /, '');
    throw fileError(`error converting YAML to JSON: yaml: line ${error.line}: ${reason}`);
  }
}

const FIRST_SIGNS = /^(?:[ \t]*(?:#.*)?\n)*(\[|- )/;

/** What calicoctl prints of several names is a bare list of resources. */
function asList(text: string): string {
  const [, signs] = FIRST_SIGNS.exec(text) ?? [];
  if (signs === undefined) return text;
  return signs === '[' ? `{"kind": "List", "items": ${text}}` : `kind: List\nitems:\n${text}`;
}

/** A resource that is at hand as a value. @throws FatalError, CommandError */
export function readRecord(value: JsonObject, source: string): Wanted {
  const [document] = documentsOf(JSON.stringify(value), source);
  if (document === undefined) throw fileError('no resource');
  return wantedOf(value, document, source);
}

function wantedOf(value: JsonObject, document: ManifestDocument, source: string): Wanted {
  const { kind, apiVersion } = value;
  if (typeof kind !== 'string' || kind === '') {
    throw fileError(`Object 'Kind' is missing in '${JSON.stringify(value)}'`);
  }
  const type = apiVersion === API_VERSION ? resourceTypeOf(kind) : undefined;
  if (type === undefined) {
    throw fileError(`Unknown resource type (${kind}) and/or version (${apiVersion ?? ''})`);
  }
  refuseUnknownFields(type, document);
  const metadata = (value['metadata'] ?? {}) as JsonObject;
  return {
    type,
    draft: {
      name: String(metadata['name'] ?? ''),
      namespace: metadata['namespace'] === undefined ? undefined : String(metadata['namespace']),
      labels: (metadata['labels'] ?? {}) as JsonObject,
      annotations: (metadata['annotations'] ?? {}) as JsonObject,
      spec: (value['spec'] ?? {}) as JsonObject,
      source,
    },
    resourceVersion: String(metadata['resourceVersion'] ?? ''),
  };
}

const GO_TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  'true or false': 'bool',
  'a whole number': 'int',
  'a number': 'float64',
  'a list': '[]string',
  'a mapping': 'map[string]string',
};

const WRONG_TYPE =
  /^([\w.]+): must be (text|true or false|a whole number|a number|a list|a mapping), not (.*)$/;

/** What Go's decoder does not take; all else is found when the resource is put into the datastore. */
function refuseUnknownFields(type: ResourceType, document: ManifestDocument): void {
  const kind = kindOf(API_VERSION, type.kind);
  if (kind === undefined) return;
  try {
    readResource(kind, document);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const decoding = 'error unmarshaling JSON: while decoding JSON: json:';
    // A namespace where the kind has none is refused later, and otherwise.
    if (error.reason.startsWith('metadata.namespace: ')) return;
    if (error.code === 'unknown-field') {
      const field = /^([^:]*):/.exec(error.reason)?.[1]?.split('.').at(-1) ?? '';
      throw fileError(`${decoding} unknown field "${field}"`);
    }
    const [, path = '', wanted = '', given = ''] = WRONG_TYPE.exec(error.reason) ?? [];
    if (path === '') return;
    const struct = path.startsWith('spec.') ? `${type.kind}Spec.${path}` : `ObjectMeta.${path}`;
    throw fileError(
      `${decoding} cannot unmarshal ${jsonType(given)} into Go struct field ${struct} of type ${GO_TYPES[wanted]}`,
    );
  }
}

function jsonType(given: string): string {
  if (given === 'a list') return 'array';
  if (given === 'a mapping') return 'object';
  if (given === 'true' || given === 'false') return 'bool';
  return given.startsWith('"') ? 'string' : 'number';
}
