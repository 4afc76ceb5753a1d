/**
 * A command line as words, by the shell's rules for quotes (POSIX.1-2017, XCU 2.2). Anything that
 * would need a shell (a pipe, a redirection, several commands) is refused, not misunderstood.
 */
import { CommandError } from '../netfilter/command-error';

const NEEDS_SHELL =
  'one command at a time: there is no shell here for pipes, redirections and lists';
const OPERATORS = '|&;<>()';
const ESCAPABLE_IN_DOUBLE_QUOTES = '"\\$`';
const EXIT_SYNTAX = 2;

export function splitCommandLine(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < line.length) {
    const letter = line.charAt(at);
    if (OPERATORS.includes(letter)) throw new CommandError(NEEDS_SHELL, EXIT_SYNTAX);
    if (letter === ' ' || letter === '\t' || letter === '\n') {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
      continue;
    }
    const { text, end } = readPart(line, at);
    word = (word ?? '') + text;
    at = end;
  }
  if (word !== undefined) words.push(word);
  return words;
}

interface Part {
  readonly text: string;
  /** Where the next part begins. */
  readonly end: number;
}

function readPart(line: string, at: number): Part {
  const letter = line.charAt(at);
  if (letter === '\\') return { text: line.charAt(at + 1), end: at + 2 };
  if (letter === "'") {
    const end = line.indexOf("'", at + 1);
    if (end === -1) throw unclosed("'");
    return { text: line.slice(at + 1, end), end: end + 1 };
  }
  return letter === '"' ? readDoubleQuoted(line, at + 1) : { text: letter, end: at + 1 };
}

/** Inside double quotes a backslash is itself, unless it stands before a special character. */
function readDoubleQuoted(line: string, start: number): Part {
  let text = '';
  for (let at = start; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '"') return { text, end: at + 1 };
    const next = line.charAt(at + 1);
    const isEscape = letter === '\\' && next !== '' && ESCAPABLE_IN_DOUBLE_QUOTES.includes(next);
    text += isEscape ? next : letter;
    if (isEscape) at += 1;
  }
  throw unclosed('"');
}

function unclosed(quote: string): CommandError {
  return new CommandError(
    `unexpected end of line while looking for matching \`${quote}'`,
    EXIT_SYNTAX,
  );
}
