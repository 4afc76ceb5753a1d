/**
 * Whether what was typed so far is a whole command, or bash would go on asking with its second prompt.
 */
import { type CommandNode, type ScriptNode, type StatementNode, walk } from './tree';

export type Parsed =
  | { readonly kind: 'script'; readonly script: ScriptNode }
  /** `delimiter` is the line that a heredoc waits for, where nothing else is missing. */
  | { readonly kind: 'incomplete'; readonly delimiter?: string | undefined }
  | { readonly kind: 'wrong'; readonly message: string };

const CONTINUES = /(?:^|\n)(?!\s*#)[^\n]*(?<!\\)(?:\\\\)*\\$/;
const EOF_REACHED = /got EOF|unexpected EOF/;
const PLACE = /Parse error at (\d+):(\d+): /;

/** @param message what the library's parser said; empty where it was content */
export function judge(text: string, script: ScriptNode | undefined, message: string): Parsed {
  if (script === undefined) {
    return EOF_REACHED.test(message) || isAtEnd(text, message)
      ? { kind: 'incomplete' }
      : { kind: 'wrong', message: inBashsWords(message) };
  }
  const stray = script.statements.find(({ deferredError }) => deferredError !== undefined);
  if (stray !== undefined)
    return { kind: 'wrong', message: unexpected(stray.deferredError?.token) };
  const delimiter = openHeredoc(script);
  if (delimiter !== undefined) return { kind: 'incomplete', delimiter };
  const last = lastCommand(script.statements);
  if (CONTINUES.test(text) || (last !== undefined && isEmpty(last))) return { kind: 'incomplete' };
  return hasEmptyCommand(script)
    ? { kind: 'wrong', message: unexpected('|') }
    : { kind: 'script', script };
}

/** The parser says `if true; then` lacks a `fi` where the text ends. */
function isAtEnd(text: string, message: string): boolean {
  const [, line, column] = PLACE.exec(message) ?? [];
  if (line === undefined || column === undefined) return false;
  const lines = text.trimEnd().split('\n');
  return Number(line) === lines.length && Number(column) > (lines.at(-1) ?? '').length;
}

const TOKENS: Readonly<Record<string, string>> = {
  AMP: '&',
  AND_AND: '&&',
  DSEMI: ';;',
  NEWLINE: 'newline',
  OR_OR: '||',
  PIPE: '|',
  RBRACE: '}',
  RPAREN: ')',
  SEMICOLON: ';',
};

function inBashsWords(message: string): string {
  const [, token] = /Expected \w+, got (\w+)/.exec(message) ?? [];
  if (token === undefined) return message.replace(/syntax error: Parse error at \d+:\d+: /, '');
  return unexpected(TOKENS[token] ?? token.toLowerCase());
}

function unexpected(token = 'newline'): string {
  return `bash: syntax error near unexpected token \`${token}'\n`;
}

function openHeredoc(script: ScriptNode): string | undefined {
  let delimiter: string | undefined;
  walk(script, (node) => {
    if (node.type === 'HereDoc' && node.terminated === false) delimiter ??= node.delimiter;
  });
  return delimiter;
}

function lastCommand(statements: readonly StatementNode[]): CommandNode | undefined {
  return statements.at(-1)?.pipelines.at(-1)?.commands.at(-1);
}

/** The library lets `a | | b` pass. */
function hasEmptyCommand(script: ScriptNode): boolean {
  let found = false;
  walk(script, (node) => {
    if (node.type === 'Pipeline') found ||= node.commands.length > 1 && node.commands.some(isEmpty);
  });
  return found;
}

function isEmpty(command: CommandNode): boolean {
  return (
    command.type === 'SimpleCommand' &&
    command.name === null &&
    command.assignments.length === 0 &&
    command.redirections.length === 0
  );
}
