/**
 * Where two JSON values differ, each place with its path and what stands there on either side.
 */
import { isJsonArray, isJsonObject, type Json, type JsonObject } from './json';

export interface Difference {
  readonly path: string;
  /** `undefined` where this side has nothing. */
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
}

/** At most `limit` differences, in the order of the keys. */
export function diff(ours: Json, theirs: Json, limit = 40): readonly Difference[] {
  const found: Difference[] = [];
  collect(ours, theirs, '', found, limit);
  return found;
}

export function formatDifference({ path, ours, theirs }: Difference): string {
  return `${path}\n   ours:   ${formatSide(ours)}\n   theirs: ${formatSide(theirs)}`;
}

function formatSide(value: Json | undefined): string {
  return value === undefined ? '(absent)' : JSON.stringify(value);
}

function collect(
  ours: Json | undefined,
  theirs: Json | undefined,
  path: string,
  found: Difference[],
  limit: number,
): void {
  if (found.length >= limit || ours === theirs) return;
  if (ours === undefined || theirs === undefined) found.push({ path, ours, theirs });
  else if (isJsonArray(ours) && isJsonArray(theirs)) collectItems(ours, theirs, path, found, limit);
  else if (isJsonObject(ours) && isJsonObject(theirs)) {
    collectFields(ours, theirs, path, found, limit);
  } else found.push({ path, ours, theirs });
}

function collectFields(
  ours: JsonObject,
  theirs: JsonObject,
  path: string,
  found: Difference[],
  limit: number,
): void {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const key of [...keys].sort()) {
    collect(ours[key], theirs[key], `${path}/${key}`, found, limit);
  }
}

function collectItems(
  ours: readonly Json[],
  theirs: readonly Json[],
  path: string,
  found: Difference[],
  limit: number,
): void {
  if (ours.length !== theirs.length) {
    found.push({ path: `${path}#length`, ours: ours.length, theirs: theirs.length });
  }
  const count = Math.max(ours.length, theirs.length);
  for (let at = 0; at < count; at++) {
    collect(ours[at], theirs[at], `${path}[${at}]`, found, limit);
  }
}
