/**
 * The blocks of code in a text of Markdown, for tests that hold what documents show.
 */
import { MarkdownIt } from '../markdown/markdown-it';

export interface CodeBlock {
  readonly language: string;
  /** What stands behind the language: `file=features/first.feature`, `violated`. */
  readonly words: readonly string[];
  /** Without the indentation of a list that it stands in. */
  readonly text: string;
  /** Of the fence, from 1. */
  readonly line: number;
}

export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const tokens = new MarkdownIt().parse(markdown, {});
  return tokens
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', ...words] = info.trim().split(/\s+/);
      return { language, words, text: content, line: (map?.[0] ?? 0) + 1 };
    });
}

/** The file that a block is, where it is one: `file=NAME`. */
export function fileOf({ words }: CodeBlock): string | undefined {
  return words.find((word) => word.startsWith('file='))?.slice('file='.length);
}
