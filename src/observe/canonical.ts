/**
 * The same observation with its tokens renamed in one fixed walk, so that two observations that
 * differ only in what they call a random number are equal. Keys that begin with `_` are left out.
 */
import { isJsonArray, isJsonObject, type Json } from './json';

/** A token's kind and its number. */
export const TOKEN = /^(id|port|vxsport@[0-9.]+#)(\d+)$/;

export function canonical(observation: Json): Json {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();

  function rename(token: string, kind: string): string {
    const known = names.get(token);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(token, `${kind}${count}`);
    return `${kind}${count}`;
  }

  function walk(value: Json): Json {
    if (isJsonArray(value)) return value.map(walk);
    if (isJsonObject(value)) {
      const keys = Object.keys(value).filter((key) => !key.startsWith('_'));
      return Object.fromEntries(keys.sort().map((key) => [key, walk(value[key] ?? null)]));
    }
    const kind = typeof value === 'string' ? TOKEN.exec(value)?.[1] : undefined;
    return kind === undefined ? value : rename(String(value), kind);
  }

  return walk(observation);
}
