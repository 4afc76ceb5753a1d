/** The name of a field in a YAML tree. */
import { isScalar } from 'yaml';

/** What the parser makes of a bare `<<`; a quoted one is a field like any other. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** As JSON has it: `yes: 1` is the field `true`. `undefined` for lists, mappings and nothing. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null || isMergeKey(key)) return undefined;
  return String(key.value);
}
