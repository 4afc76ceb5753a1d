/** The texts of an outline in which values of its rows can stand. */
import type { PlacedText } from '../spec/placed-text';
import type { Block } from '../spec/spec';

/** `<name>`. */
export const PLACEHOLDER = /<([^<>]+)>/g;

/** The sentences, cells and quoted texts of its steps. */
export function textsOf({ steps }: Block): readonly PlacedText[] {
  return steps.flatMap(({ text, table, docString }) => [
    text,
    ...(table ?? []).flat(),
    ...(docString === undefined ? [] : [docString]),
  ]);
}
