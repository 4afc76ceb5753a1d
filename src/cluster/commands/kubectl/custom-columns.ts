/** `-o custom-columns=NAME:.metadata.name,IP:.status.podIP` (pkg/cmd/get/customcolumn.go). */
import { tabwriter } from '../../../base/tabwriter';
import type { Json } from '../go-yaml';
import type { ApiObject } from './api-object';
import { ownError } from './complaint';
import { valuesAt } from './json-path';

const STYLE = { minimumWidth: 6, padding: 3, padsLast: false };

export function customColumns(
  spec: string | undefined,
  objects: readonly ApiObject[],
  hasHeadings: boolean,
): string {
  if (spec === undefined || spec === '') {
    throw ownError('custom-columns format specified but no custom columns given');
  }
  const columns = spec.split(',').map((part) => {
    const [heading = '', path] = part.split(/:(.*)/s);
    if (path === undefined) {
      throw ownError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    }
    return { heading, path: relaxed(path) };
  });
  const rows = objects.map((object) => columns.map(({ path }) => cell(valuesAt(object, path))));
  const headings = hasHeadings ? [columns.map(({ heading }) => heading)] : [];
  return tabwriter([...headings, ...rows], STYLE);
}

/** Braces and the first dot may be left out. */
function relaxed(path: string): string {
  const inside = /^\{(.*)\}$/.exec(path)?.[1] ?? path;
  return `{${/^[.[]/.test(inside) ? '' : '.'}${inside}}`;
}

function cell(values: readonly Json[]): string {
  if (values.length === 0) return '<none>';
  return values.map(shown).join(',');
}

/** As Go's `fmt` prints what the JSON was read into. */
function shown(value: Json): string {
  if (value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}:${shown(field ?? null)}`);
  return `map[${fields.join(' ')}]`;
}
