/** The words of Calico's selector language (libcalico-go, lib/selector/tokenizer). */
export interface SelectorToken {
  readonly kind: 'label' | 'text' | 'symbol' | 'wrong' | 'end';
  /** For a quoted text, what stands between the quotes. */
  readonly text: string;
  /** Counted from 1. */
  readonly column: number;
}

// A label may hold what a symbol starts with (`-`, `.`), never the other way round.
const TOKEN = /\s*(?:([\w./-]+)|"([^"]*)"|'([^']*)'|(==|!=|&&|\|\||[!(){},])|(\S))/gy;

export function readSelectorTokens(text: string): readonly SelectorToken[] {
  const tokens: SelectorToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, label, double, single, symbol, wrong] = match;
    const column = match.index + 1 + whole.length - whole.trimStart().length;
    if (label !== undefined) tokens.push({ kind: 'label', text: label, column });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, column });
    else if (wrong !== undefined) tokens.push({ kind: 'wrong', text: wrong, column });
    else tokens.push({ kind: 'text', text: double ?? single ?? '', column });
  }
  tokens.push({ kind: 'end', text: '', column: text.length + 1 });
  return tokens;
}
