/**
 * Objects in the form that `-o` asks for (k8s.io/cli-runtime, pkg/genericclioptions, PrintFlags).
 */
import { notModelled } from '../../../commands/command';
import { goJson } from '../go-json';
import { goYaml, type Json, type JsonObject } from '../go-yaml';
import { type ApiObject, isList, isMap } from './api-object';
import { ownError } from './complaint';
import { customColumns } from './custom-columns';
import type { Flag } from './flags';
import { goTemplate } from './go-template-output';
import { jsonPath } from './json-path';
import { objectName } from './resource-type';
import type { Selected } from './select-objects';

export const OUTPUT_FLAGS: readonly Flag[] = [
  { name: 'output', letter: 'o', takes: 'text' },
  { name: 'show-managed-fields', takes: 'switch', isUnmodelled: true },
  { name: 'template', takes: 'text' },
  { name: 'allow-missing-template-keys', takes: 'switch' },
];

export interface OutputFormat {
  /** `''` and `wide` are tables. */
  readonly name: string;
  /** What follows the equals sign. */
  readonly argument: string | undefined;
}

const UNMODELLED = ['custom-columns-file', 'go-template-file', 'jsonpath-file', 'templatefile'];
const FORMATS = [
  'custom-columns',
  'go-template',
  'json',
  'jsonpath',
  'jsonpath-as-json',
  'name',
  'template',
  'wide',
  'yaml',
];

/**
 * @param template `--template`, which may hold the argument
 * @throws KubectlError where there is no such format
 */
export function readOutputFormat(text: string | undefined, template?: string): OutputFormat {
  if (!text && template) return { name: 'go-template', argument: template };
  if (text === undefined || text === '') return { name: '', argument: undefined };
  const end = text.indexOf('=');
  const name = end < 0 ? text : text.slice(0, end);
  if (UNMODELLED.includes(name)) throw notModelled(`kubectl -o ${name}`);
  if (!FORMATS.includes(name)) {
    const allowed = [...FORMATS, ...UNMODELLED].sort().join(',');
    throw ownError(
      `unable to match a printer suitable for the output format "${text}", allowed formats are: ${allowed}`,
    );
  }
  return { name, argument: end < 0 ? template : text.slice(end + 1) };
}

/** Whether `renderObjects` prints this form, and no table does. */
export function isTable({ name }: OutputFormat): boolean {
  return name === '' || name === 'wide';
}

/**
 * @param isSingle the object itself is printed, and no List with it
 * @param hasHeadings of columns, where the form has some
 */
export function renderObjects(
  selected: readonly Selected[],
  isSingle: boolean,
  format: OutputFormat,
  hasHeadings: boolean,
): string {
  const objects = selected.map(({ object }) => object);
  const [first] = objects;
  const whole = isSingle && first !== undefined ? first : listOf(objects);
  switch (format.name) {
    case 'name':
      return selected
        .map(({ type, object }) => `${objectName(type, object.metadata.name)}\n`)
        .join('');
    case 'yaml':
      return goYaml(whole);
    case 'json':
      return `${goJson(inOrder(whole), 4)}\n`;
    case 'go-template':
    case 'template':
      return goTemplate(format.argument, inOrder(whole));
    case 'custom-columns':
      return customColumns(format.argument, objects, hasHeadings);
    default:
      return jsonPath(format, inOrder(whole));
  }
}

function listOf(objects: readonly ApiObject[]): JsonObject {
  return { apiVersion: 'v1', items: objects, kind: 'List', metadata: { resourceVersion: '' } };
}

/** The same with the fields of every object in alphabetical order. */
export function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .flatMap((name) => {
        const field = value[name];
        return field === undefined ? [] : [[name, inOrder(field)]];
      }),
  );
}
