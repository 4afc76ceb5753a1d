/** `--sort-by` (k8s.io/kubectl, pkg/cmd/get/sorter.go): by the value that a JSONPath leads to. */
import type { Json } from '../go-yaml';
import { ownError } from './complaint';
import { valuesAt } from './json-path';
import type { Selection } from './select-objects';

/** @param path `.metadata.name`, `{.status.podIP}`. @throws KubectlError */
export function sortObjects(selection: Selection, path: string | undefined): Selection {
  if (path === undefined || path === '') return selection;
  const expression = path.startsWith('{') ? path : `{${path.startsWith('.') ? '' : '.'}${path}}`;
  const keyed = selection.found.map((one) => ({ one, key: valuesAt(one.object, expression)[0] }));
  if (keyed.length > 0 && keyed.every(({ key }) => key === undefined)) {
    throw ownError(`couldn't find any field with path "${expression}" in the list of objects`);
  }
  const found = keyed.sort((a, b) => compare(a.key, b.key)).map(({ one }) => one);
  return { ...selection, found };
}

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** What has no value comes first; texts with numbers in them are in their natural order. */
function compare(one: Json | undefined, other: Json | undefined): number {
  if (one === undefined || other === undefined) {
    return Number(one !== undefined) - Number(other !== undefined);
  }
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return COLLATOR.compare(String(one), String(other));
}
