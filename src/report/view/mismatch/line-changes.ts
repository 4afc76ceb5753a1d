/** Two texts line by line: which lines were expected and are missing, which are there and were not expected. */
import { diffArrays } from 'diff';

export interface LineChange {
  readonly kind: 'both' | 'expected' | 'actual';
  readonly text: string;
}

/** Edits that are looked for: texts that have less in common are shown side by side only. */
const EDITS_MAX = 1_000;

/** Nothing where neither text has a second line, or where they have too little in common. */
export function lineChanges(expected: string, actual: string): readonly LineChange[] | undefined {
  if (!expected.includes('\n') && !actual.includes('\n')) return undefined;
  const options = { maxEditLength: EDITS_MAX };
  const parts = diffArrays(expected.split('\n'), actual.split('\n'), options);
  return parts?.flatMap(({ added, removed, value }) =>
    value.map((text): LineChange => {
      if (added) return { kind: 'actual', text };
      return { kind: removed ? 'expected' : 'both', text };
    }),
  );
}
