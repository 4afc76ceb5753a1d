/**
 * Objects as a table (k8s.io/cli-runtime, pkg/printers/tableprinter.go): six columns wide at least,
 * three blanks between, the last column as it is.
 */
import { tabwriter } from '../../../base/tabwriter';
import { type ApiObject, mapAt, textAt } from './api-object';
import { type Column, objectName, type ResourceType } from './resource-type';

const STYLE = { minimumWidth: 6, padding: 3, padsLast: false };

export interface TableOptions {
  readonly isWide: boolean;
  readonly hasHeadings: boolean;
  /** `-A`: a column with the namespace stands first. */
  readonly withNamespace: boolean;
  /** Names are shown with their type, as where there are several. */
  readonly withKind: boolean;
  readonly withLabels: boolean;
  /** Labels that get a column each. */
  readonly labelColumns: readonly string[];
  /** The wall clock, in milliseconds since 1970. */
  readonly nowMs: number;
}

export function renderTable(
  type: ResourceType,
  objects: readonly ApiObject[],
  options: TableOptions,
): string {
  const columns = columnsOf(type, options);
  const rows = objects.map((object) => columns.map(({ cell }) => cell(object, options.nowMs)));
  const headings = options.hasHeadings ? [columns.map(({ heading }) => heading)] : [];
  return tabwriter([...headings, ...rows], STYLE);
}

function columnsOf(type: ResourceType, options: TableOptions): readonly Column[] {
  const [name, ...others] = type.columns.filter(({ isWide }) => options.isWide || !isWide);
  const named: Column = {
    heading: 'NAME',
    cell: ({ metadata }) => objectName(type, metadata.name),
  };
  return [
    ...(options.withNamespace ? [NAMESPACE] : []),
    ...(options.withKind || name === undefined ? [named] : [name]),
    ...others,
    ...options.labelColumns.map(labelColumn),
    ...(options.withLabels ? [LABELS] : []),
  ];
}

const NAMESPACE: Column = {
  heading: 'NAMESPACE',
  cell: ({ metadata }) => metadata.namespace ?? '',
};

const LABELS: Column = {
  heading: 'LABELS',
  cell: (object) => {
    const labels = Object.entries(mapAt(object, 'metadata', 'labels'));
    const shown = labels.map(([name, value]) => `${name}=${value}`).sort();
    return shown.join(',') || '<none>';
  },
};

function labelColumn(label: string): Column {
  return {
    heading: (label.split('/').at(-1) ?? label).toUpperCase(),
    cell: (object) => textAt(object, 'metadata', 'labels', label),
  };
}
