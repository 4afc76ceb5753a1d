/** The table of contents as data: a number, a name and an anchor for each feature and each rule. */
import type { Feature } from '@cucumber/messages';
import type { SpecifiedFeature } from '../../spec/specification';

export interface SpecEntry {
  /** `3`, `3.1`. */
  readonly number: string;
  readonly name: string;
  /** The id of its heading. */
  readonly anchor: string;
  /** Of a feature, its rules. */
  readonly entries: readonly SpecEntry[];
}

export function entriesOf(features: readonly SpecifiedFeature[]): readonly SpecEntry[] {
  return features.map(({ uri, feature }, at) => {
    const rules = rulesOf(feature).map((rule, place) => {
      return entry(`${at + 1}.${place + 1}`, `${rule.keyword}: ${rule.name}`, []);
    });
    return entry(`${at + 1}`, feature.name || uri, rules);
  });
}

function rulesOf({ children }: Feature) {
  return children.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
}

function entry(number: string, name: string, entries: readonly SpecEntry[]): SpecEntry {
  return { number, name, anchor: `spec-${number.replace('.', '-')}`, entries };
}
