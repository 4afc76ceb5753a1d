/**
 * What `get` found, in the form that `-o` asks for (calicoctl/commands/common/printer.go). A list is one
 * table; of several names each has a table of its own.
 */
import { tabwriter } from '../../../base/tabwriter';
import type { CommandInput } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import { goJson } from '../go-json';
import { goYaml, type Json } from '../go-yaml';
import { FatalError } from './calico-error';
import { API_VERSION, type CalicoRecord } from './calico-record';
import { renderTemplate } from './record-template';
import type { ResourceType } from './resource-type';

/** One answer of the datastore. */
export type Found =
  | { readonly type: ResourceType; readonly record: CalicoRecord }
  | {
      readonly type: ResourceType;
      readonly items: readonly CalicoRecord[];
      readonly resourceVersion: string;
    };

type Printer = (found: readonly Found[], cluster: Cluster) => string;

/**
 * @param output the value of `-o`
 * @param hasNamespaces whether tables show them
 * @throws FatalError where there is no such form
 */
export function printerFor(
  output: string,
  hasNamespaces: boolean,
  files: CommandInput['files'],
): Printer {
  const [form = '', ...rest] = output.split('=');
  const value = rest.join('=');
  if (output === 'yaml' || output === 'yml') return (found) => goYaml(documentsOf(found));
  if (output === 'json') return (found) => `${goJson(documentsOf(found))}\n`;
  if (output === 'ps') return tables(({ narrow }) => narrow, hasNamespaces);
  if (output === 'wide') return tables(({ wide }) => wide, hasNamespaces);
  if (form === 'custom-columns') {
    if (value === '') throw new FatalError('need to specify at least one column');
    return tables(() => value.split(','), hasNamespaces);
  }
  if (form === 'go-template' && value === '') throw new FatalError('need to specify a template');
  if (form === 'go-template-file' && value === '') {
    throw new FatalError('need to specify a template file');
  }
  if (form === 'go-template') return templated(value);
  if (form === 'go-template-file') return templated(fileText(value, files));
  throw new FatalError(`unrecognized output format '${output}'`);
}

function templated(source: string): Printer {
  return (found, cluster) => renderTemplate(source, found.map(documentOf), cluster);
}

/** @throws FatalError */
function fileText(path: string, files: CommandInput['files']): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new FatalError(`open ${path}: no such file or directory`);
  return new TextDecoder().decode(bytes);
}

/** One resource or one list stands alone, several stand in a list; none at all is `null`. */
function documentsOf(found: readonly Found[]): Json {
  const documents = found.map(documentOf);
  const [first] = documents;
  if (first === undefined) return null;
  return documents.length === 1 ? first : documents;
}

function documentOf(one: Found): Json {
  if ('record' in one) return one.record;
  return {
    kind: `${one.type.kind}List`,
    apiVersion: API_VERSION,
    metadata: { resourceVersion: one.resourceVersion },
    items: one.items,
  };
}

/** Calicoctl's own style: every cell ends with a tab, and an empty line follows the table. */
const STYLE = { minimumWidth: 5, padding: 3, padsLast: true };

function tables(
  headingsOf: (type: ResourceType) => readonly string[],
  hasNamespaces: boolean,
): Printer {
  return (found, cluster) =>
    found
      .map((one) => {
        const records = 'record' in one ? [one.record] : one.items;
        const hasColumn = hasNamespaces && 'NAMESPACE' in one.type.columns;
        const headings = [...(hasColumn ? ['NAMESPACE'] : []), ...headingsOf(one.type)];
        const cells = headings.map((heading) => cellOf(one.type, heading));
        const rows = records.map((record) => cells.map((cell) => cell(record, cluster)));
        return `${tabwriter([headings, ...rows], STYLE)}\n`;
      })
      .join('');
}

function cellOf({ columns }: ResourceType, heading: string) {
  const cell = Object.hasOwn(columns, heading) ? columns[heading] : undefined;
  if (cell !== undefined) return cell;
  const known = Object.keys(columns).join(', ');
  throw new FatalError(`unknown heading ${heading}, valid values are: ${known}`);
}
