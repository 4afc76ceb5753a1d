/**
 * Completion in a table: the headings that the sentence above knows, or the names in its first column.
 */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { columnsOf } from '../../lint/facts/columns';
import { stepAbove } from '../lines';
import { type OpenFeature, rangeIn, type Spot } from '../open-feature';
import type { Sentence } from '../sentences/sentence';
import { mayBecome, plain } from '../sentences/typed-word';
import { cellsOf } from '../table-row';

/** @param sentenceOf the sentence that a whole step is */
export function headingItems(
  feature: OpenFeature,
  { at, text, before }: Spot,
  sentenceOf: (step: string) => Sentence | undefined,
): CompletionItem[] {
  const sentence = sentenceAbove(feature, at, sentenceOf);
  const typed = before.slice(before.lastIndexOf('|') + 1).trimStart();
  const column = before.split(/(?<!\\)\|/).length - 2;
  if (sentence === undefined) return [];
  const start = before.length - typed.length;
  const rest = /^[^|]*/.exec(text.slice(before.length))?.[0].trimEnd() ?? '';
  const range = rangeIn(at, start, before.length + rest.length);
  const own = typed + rest;
  const { known, taken } = headings(feature, at, column, sentence);
  return known
    .filter(
      (name) => mayBecome(plain(typed), plain(name)) && (name === own || !taken.includes(name)),
    )
    .map((name, order) => ({
      label: name,
      kind: CompletionItemKind.Field,
      detail: sentence.wording.pattern,
      sortText: String(order).padStart(4, '0'),
      filterText: typed,
      textEdit: { range, newText: name },
    }));
}

function sentenceAbove(
  feature: OpenFeature,
  at: number,
  sentenceOf: (step: string) => Sentence | undefined,
): Sentence | undefined {
  const step = stepAbove(feature, at) ?? at;
  const line = feature.lines[step];
  return line?.kind === 'step'
    ? sentenceOf((feature.texts[step] ?? '').slice(line.at).trim())
    : undefined;
}

interface Headings {
  readonly known: readonly string[];
  readonly taken: readonly string[];
}

function headings(
  { lines, texts }: OpenFeature,
  at: number,
  column: number,
  { entry, example }: Sentence,
): Headings {
  const columns = columnsOf(entry.id);
  // A table of any columns has those of the example.
  const { names: known, isHead } = columns ?? { names: example.rows[0] ?? [], isHead: true };
  const [first, end] = [tableStart(lines, at), tableEnd(lines, at)];
  if (isHead ? first !== at : column !== 0) return { known: [], taken: [] };
  const taken = isHead
    ? cellsOf(texts[at] ?? '')
    : texts.slice(first, end).flatMap((row) => cellsOf(row)[0] ?? []);
  return { known, taken: taken.map(({ text }) => text) };
}

function tableStart(lines: OpenFeature['lines'], at: number): number {
  let start = at;
  while (lines[start - 1]?.kind === 'row') start--;
  return start;
}

function tableEnd(lines: OpenFeature['lines'], at: number): number {
  let end = at;
  while (lines[end]?.kind === 'row') end++;
  return end;
}
