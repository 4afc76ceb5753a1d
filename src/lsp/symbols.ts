/**
 * What a feature consists of, for an editor's outline: its titles, each with what stands below it.
 */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TitleKind } from './lines';
import { type OpenFeature, rangeIn } from './open-feature';

const LEVEL: Readonly<Record<TitleKind, number>> = {
  feature: 0,
  rule: 1,
  background: 2,
  scenario: 2,
  examples: 3,
};

const KIND: Readonly<Record<TitleKind, SymbolKind>> = {
  feature: SymbolKind.Module,
  rule: SymbolKind.Namespace,
  background: SymbolKind.Constructor,
  scenario: SymbolKind.Method,
  examples: SymbolKind.Array,
};

/** Also of a feature that cannot be parsed: a line is a title by what it looks like. */
export function symbolsOf({ lines, texts }: OpenFeature): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly level: number; readonly symbol: DocumentSymbol }[] = [];
  const closeFrom = (level: number, line: number) => {
    while ((open.at(-1)?.level ?? -1) >= level) {
      const symbol = open.pop()?.symbol;
      if (symbol !== undefined) symbol.range.end = { line, character: (texts[line] ?? '').length };
    }
  };
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'title') continue;
    const level = LEVEL[line.title];
    closeFrom(level, at - 1);
    const symbol = symbolAt(at, line.title, texts[at] ?? '');
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ level, symbol });
  }
  closeFrom(0, lines.length - 1);
  return roots;
}

function symbolAt(at: number, title: TitleKind, text: string): DocumentSymbol {
  const start = text.length - text.trimStart().length;
  const [keyword = '', name = ''] = text.trim().split(/:(.*)/s);
  const selectionRange = rangeIn(at, start, text.trimEnd().length);
  return {
    // An editor refuses a symbol without a name.
    name: name.trim() || keyword,
    detail: keyword,
    kind: KIND[title],
    range: { ...selectionRange },
    selectionRange,
    children: [],
  };
}
