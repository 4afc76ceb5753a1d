/**
 * What stands out in a block of code: the keywords of a feature, what is typed at a prompt. Everything
 * else is left as it is written.
 */
import { dialects } from '@cucumber/gherkin';
import { LANGUAGES } from '../pages';

export interface Piece {
  readonly text: string;
  readonly kind: 'keyword' | 'typed' | 'comment' | undefined;
}

/** @param language of the block: `gherkin`, `console`, or any other */
export function coloured(code: string, language: string): readonly Piece[] {
  const colour = { gherkin: gherkinLine, console: consoleLine, yaml: yamlLine }[language];
  if (colour === undefined) return [{ text: code, kind: undefined }];
  return code.split(/(?<=\n)/).flatMap(colour);
}

/** Those of steps end in a blank, the others are before a colon; longer ones first. */
const KEYWORDS = LANGUAGES.flatMap((language) => Object.values(dialects[language] ?? {}))
  .filter((words): words is readonly string[] => Array.isArray(words))
  .flat()
  .filter((word) => word !== '* ')
  .map((word) => (word.endsWith(' ') ? word : `${word}:`))
  .sort((one, other) => other.length - one.length);

const GHERKIN = new RegExp(`^(\\s*)(${KEYWORDS.join('|')})(.*\\n?)$`);

function gherkinLine(line: string): readonly Piece[] {
  if (/^\s*#/.test(line)) return [{ text: line, kind: 'comment' }];
  const [, indent = '', keyword, rest = ''] = GHERKIN.exec(line) ?? [];
  if (keyword === undefined) return [{ text: line, kind: undefined }];
  return [plain(indent), { text: keyword, kind: 'keyword' }, plain(rest)];
}

function consoleLine(line: string): readonly Piece[] {
  const [, prompt, typed, remark = '', end = ''] = /^(\$ )(.*?)(\s+# .*)?(\n?)$/.exec(line) ?? [];
  if (prompt === undefined || typed === undefined) return [plain(line)];
  return [
    plain(prompt),
    { text: typed, kind: 'typed' },
    { text: remark, kind: 'comment' },
    plain(end),
  ];
}

function yamlLine(line: string): readonly Piece[] {
  return [{ text: line, kind: /^\s*#/.test(line) ? 'comment' : undefined }];
}

function plain(text: string): Piece {
  return { text, kind: undefined };
}
