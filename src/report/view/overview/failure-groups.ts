/**
 * Scenarios that did not hold for the same reason: the same first line of why and the same cause,
 * whatever addresses and numbers stand in them. One broken setting breaks many scenarios.
 */
import { type ScenarioEntry, VERDICT_ORDER } from './scenario-entry';

export interface FailureGroup {
  readonly verdict: ScenarioEntry['verdict'];
  /** Of the first of them. */
  readonly why: string;
  /** Of the first of them; may be empty. */
  readonly cause: string;
  readonly entries: readonly ScenarioEntry[];
}

/** What was violated stands first, then the larger group. */
export function failureGroups(entries: readonly ScenarioEntry[]): readonly FailureGroup[] {
  const groups = new Map<string, ScenarioEntry[]>();
  for (const entry of entries.filter(({ verdict }) => verdict !== 'held')) {
    const key = `${entry.verdict}: ${likeness(`${entry.why}\n${entry.cause}`)}`;
    const group = groups.get(key) ?? [];
    group.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()]
    .flatMap((group): readonly FailureGroup[] => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ verdict: first.verdict, why: first.why, cause: first.cause, entries: group }];
    })
    .sort(
      (one, other) =>
        VERDICT_ORDER.indexOf(one.verdict) - VERDICT_ORDER.indexOf(other.verdict) ||
        other.entries.length - one.entries.length,
    );
}

/** MAC addresses, IPv4 addresses, hexadecimal and other numbers, and pods, each as one sign. */
const PARTICULARS =
  /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b|\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?\b|\b0x[0-9a-f]+\b|\bcali[0-9a-f]{11}\b|\d+(?:\.\d+)?/gi;

function likeness(reason: string): string {
  return reason.replace(PARTICULARS, '#');
}
