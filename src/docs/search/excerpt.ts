/**
 * The piece of a text that shows why it was found.
 */

const BEFORE = 40;
const LENGTH = 160;

export interface Excerpt {
  readonly text: string;
  /** What is a word of the query in it: from and to, in order. */
  readonly marks: readonly (readonly [number, number])[];
}

/**
 * @param texts the first that has one of the words is taken
 * @param words as they were typed
 */
export function excerptOf(texts: readonly string[], words: string): Excerpt {
  const wanted = words.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts.map((text) => text.normalize('NFC'));
  const hasAny = (text: string) => wanted.some((word) => text.toLowerCase().includes(word));
  return pieceOf(all.find(hasAny) ?? all[0] ?? '', wanted);
}

function pieceOf(plain: string, wanted: readonly string[]): Excerpt {
  const places = wanted.map((word) => plain.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first <= BEFORE ? 0 : wordStart(plain, first - BEFORE);
  const cut = plain.slice(from, from + LENGTH);
  const shown = `${from === 0 ? '' : '…'}${cut}${from + LENGTH < plain.length ? '…' : ''}`;
  return { text: shown, marks: marksIn(shown, wanted) };
}

function wordStart(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank === -1 || blank > from + BEFORE ? from : blank + 1;
}

function marksIn(text: string, wanted: readonly string[]): [number, number][] {
  const lower = text.toLowerCase();
  const marks: [number, number][] = [];
  for (let at = 0; at < lower.length; ) {
    const word = wanted.find((it) => lower.startsWith(it, at));
    if (word !== undefined) marks.push([at, at + word.length]);
    at += word?.length ?? 1;
  }
  return marks;
}
