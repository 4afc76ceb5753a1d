/**
 * What a shell knows besides its plain variables: arrays, attributes, options. The library forgets it
 * from line to line, so the shell is asked for it in its own words where a line may have changed it.
 */
import { commandOf, literalOf, outputWord, type ScriptNode, walk, wordOf } from './tree';

/** `"$(declare -p; set +o)"`. */
export const STATE = outputWord(commandOf('declare', wordOf('-p')), commandOf('set', wordOf('+o')));

const CHANGES_STATE = new Set([
  '.',
  'declare',
  'eval',
  'mapfile',
  'read',
  'readarray',
  'readonly',
  'set',
  'source',
  'typeset',
  'unset',
]);

export function touchesState(script: ScriptNode): boolean {
  let touches = false;
  walk(script, (node) => {
    if (node.type !== 'SimpleCommand') return;
    const isArray = node.assignments.some(
      ({ array, name }) => array !== null || name.includes('['),
    );
    touches ||= isArray || CHANGES_STATE.has(literalOf(node.name) ?? '');
  });
  return touches;
}

/**
 * Arrays and what has attributes; plain variables are carried along anyway, and what is readonly the
 * library remembers.
 */
const DECLARATION = /^declare -(?!x )(?!- )[^r\s]+ (?!SHELLOPTS|BASHOPTS|PIPESTATUS)/;
/** `errexit` would end the line, where bash would end the shell. */
const OPTION = /^set -o (?!errexit|noexec|posix)/;
const IS_DEFAULT = /^set -o (?:braceexpand|hashall|interactive-comments)$/;

/** The library splits an element at its blanks where it is declared and set at once. */
const ARRAY = /^declare (-\S+) (\w+)=\(/;

/** @param text what `STATE` came to @returns the lines that bring it about */
export function stateLines(text: string): string {
  const wanted: string[] = [];
  let isWanted = false;
  for (const line of text.split('\n')) {
    // A value may have lines of its own, which belong to what is before them.
    if (/^(?:declare -|set [-+]o )/.test(line)) {
      isWanted = DECLARATION.test(line) || (OPTION.test(line) && !IS_DEFAULT.test(line));
    }
    if (isWanted) wanted.push(line.replace(ARRAY, 'declare $1 $2\n$2=('));
  }
  return wanted.join('\n');
}
