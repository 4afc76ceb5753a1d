/** `kubectl get` (k8s.io/kubectl, pkg/cmd/get): objects as tables, YAML, JSON and others. */
import { wallClock } from '../../../../base/wall-clock';
import { type CommandResult, printed } from '../../../../commands/command';
import { KubectlError } from '../complaint';
import type { Flag } from '../flags';
import {
  isTable,
  OUTPUT_FLAGS,
  type OutputFormat,
  readOutputFormat,
  renderObjects,
} from '../output';
import { SELECTION_FLAGS, type Selection, selectObjects } from '../select-objects';
import { sortObjects } from '../sort-objects';
import { renderTable, type TableOptions } from '../table';
import type { Call, Verb } from '../verb';

const FLAGS: readonly Flag[] = [
  ...SELECTION_FLAGS,
  ...OUTPUT_FLAGS,
  { name: 'no-headers', takes: 'switch' },
  { name: 'show-labels', takes: 'switch' },
  { name: 'show-kind', takes: 'switch' },
  { name: 'label-columns', letter: 'L', takes: 'text' },
  { name: 'sort-by', takes: 'text' },
  { name: 'ignore-not-found', takes: 'switch' },
  { name: 'chunk-size', takes: 'number' },
  { name: 'server-print', takes: 'switch' },
  { name: 'output-watch-events', takes: 'switch', isUnmodelled: true },
  { name: 'watch', letter: 'w', takes: 'switch', isUnmodelled: true },
  { name: 'watch-only', takes: 'switch', isUnmodelled: true },
  { name: 'filename', letter: 'f', takes: 'text', isUnmodelled: true },
  { name: 'kustomize', letter: 'k', takes: 'text', isUnmodelled: true },
  { name: 'raw', takes: 'text', isUnmodelled: true },
  { name: 'recursive', letter: 'R', takes: 'switch', isUnmodelled: true },
  { name: 'subresource', takes: 'text', isUnmodelled: true },
];

const NO_TYPE = `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples`;

export const getVerb: Verb = {
  name: 'get',
  short: 'Display one or many resources',
  usage:
    'kubectl get [(-o|--output=)json|yaml|name|jsonpath|custom-columns|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags] [options]',
  flags: FLAGS,

  run(call) {
    const { words } = call;
    if (words.operands.length === 0) throw new KubectlError(NO_TYPE);
    const format = readOutputFormat(words.text('output'), words.text('template'));
    const selection = sortObjects(selectObjects(call), words.text('sort-by'));
    const missing = words.isOn('ignore-not-found') ? [] : selection.missing;
    const complaint = missing.map(({ message }) => `${message}\n`).join('');
    const { stdout, stderr } = show(call, selection, format);
    // What is missing speaks for itself.
    const notes = complaint === '' ? stderr : complaint;
    return { stdout, stderr: notes, exit: complaint === '' ? 0 : 1 };
  },
};

function show(call: Call, selection: Selection, format: OutputFormat): CommandResult {
  const { found, isSingle, missing } = selection;
  const isGone = isSingle && missing.length > 0;
  if (!isTable(format)) {
    const hasHeadings = !call.words.isOn('no-headers');
    return printed(isGone ? '' : renderObjects(found, isSingle, format, hasHeadings));
  }
  if (found.length === 0) {
    return { stdout: '', stderr: isGone ? '' : nothingFound(call, selection), exit: 0 };
  }
  return printed(showTables(call, selection, format));
}

function nothingFound({ words, namespace }: Call, { types }: Selection): string {
  const isEverywhere = words.isOn('all-namespaces') || types.every((type) => !type.isNamespaced);
  return isEverywhere ? 'No resources found\n' : `No resources found in ${namespace} namespace.\n`;
}

function showTables(call: Call, { types, found }: Selection, { name }: OutputFormat): string {
  const { words, cluster } = call;
  const labelColumns = words.texts('label-columns').flatMap((list) => list.split(','));
  const common: TableOptions = {
    isWide: name === 'wide',
    hasHeadings: !words.isOn('no-headers'),
    withNamespace: false,
    withKind: types.length > 1 || words.isOn('show-kind'),
    withLabels: words.isOn('show-labels'),
    labelColumns,
    nowMs: wallClock(cluster.network.nowUs).getTime(),
  };
  const tables = types.flatMap((type) => {
    const objects = found.filter((one) => one.type === type).map(({ object }) => object);
    if (objects.length === 0) return [];
    const withNamespace = words.isOn('all-namespaces') && type.isNamespaced;
    return [renderTable(type, objects, { ...common, withNamespace })];
  });
  return tables.join('\n');
}
