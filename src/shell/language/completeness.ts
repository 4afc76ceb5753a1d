/**
 * Whether what was typed so far is a whole command, or bash would go on asking with its second prompt.
 */
import { type ScriptNode, walk } from './tree';

export type Parsed =
  | { readonly kind: 'script'; readonly script: ScriptNode }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'wrong'; readonly message: string };

const ENDS_OPEN = /(?:\|\|?|&&|\|&)\s*(?:#[^\n]*)?$|(?<!\\)(?:\\\\)*\\$/;
const EOF_REACHED = /got EOF|unexpected EOF/;
const POSITION = /Parse error at (\d+):(\d+)/;

/** @param message what the library's parser said, or `undefined` where it was content */
export function judge(text: string, script: ScriptNode | undefined, message: string): Parsed {
  if (ENDS_OPEN.test(text)) return { kind: 'incomplete' };
  if (script === undefined) {
    return EOF_REACHED.test(message) || isAtEnd(text, message)
      ? { kind: 'incomplete' }
      : { kind: 'wrong', message };
  }
  const fault = faultOf(script);
  if (fault === 'unterminated') return { kind: 'incomplete' };
  if (fault !== undefined) return { kind: 'wrong', message: fault };
  return { kind: 'script', script };
}

/** The parser says `if true; then` lacks a `fi` where the text ends. */
function isAtEnd(text: string, message: string): boolean {
  const [, line, column] = POSITION.exec(message) ?? [];
  if (line === undefined || column === undefined) return false;
  const lines = text.trimEnd().split('\n');
  return Number(line) === lines.length && Number(column) > (lines.at(-1) ?? '').length;
}

/** What the library lets pass and bash does not. */
function faultOf(script: ScriptNode): string | undefined {
  let fault: string | undefined;
  walk(script, (node) => {
    if (node.type === 'HereDoc' && node.terminated === false) fault = 'unterminated';
    if (node.type !== 'Pipeline' || fault !== undefined) return;
    if (node.commands.length > 1 && node.commands.some(isEmpty)) {
      fault = "bash: syntax error near unexpected token `|'\n";
    }
  });
  return fault;
}

function isEmpty(command: import('./tree').PipelineNode['commands'][number]): boolean {
  return (
    command.type === 'SimpleCommand' &&
    command.name === null &&
    command.assignments.length === 0 &&
    command.redirections.length === 0
  );
}
