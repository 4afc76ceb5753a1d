/**
 * What stands below a sentence: a table or a text, where it ends in a colon, and else nothing.
 */
import type { CatalogueEntry } from './catalogue';

export type Block = 'table' | 'text';

/** What a sentence wants below it, as its example has it. */
export function blockWanted({
  pattern,
  example,
}: Pick<CatalogueEntry, 'pattern' | 'example'>): Block | undefined {
  if (!pattern.endsWith(':')) return undefined;
  const lines = example.split('\n').map((line) => line.trim());
  const words = pattern.split('}').at(-1) ?? '';
  const at = lines.findIndex((line) => line.endsWith(words));
  return lines[at + 1]?.startsWith('|') === true ? 'table' : 'text';
}

/** @returns why what is there is not what the sentence wants; `undefined` where it is */
export function wrongBlock(
  entry: Pick<CatalogueEntry, 'pattern' | 'example'>,
  there: Block | undefined,
): string | undefined {
  const wanted = blockWanted(entry);
  if (wanted === there) return undefined;
  if (wanted === undefined) return `this sentence takes no ${there} below it`;
  const words = wanted === 'table' ? 'a table (| … |)' : 'a text (between lines of """)';
  return there === undefined
    ? `${words} is missing below this sentence`
    : `${words} must stand below this sentence, not a ${there}`;
}
