/**
 * The tree of a script, as the library's parser makes it, and a walk through all of it.
 */
import type { CommandNode, PipelineNode, ScriptNode, StatementNode, WordNode } from 'just-bash';

export type { CommandNode, PipelineNode, ScriptNode, StatementNode, WordNode };
export type Redirection = Extract<
  CommandNode,
  { readonly type: 'SimpleCommand' }
>['redirections'][number];

export type FunctionNode = Extract<CommandNode, { readonly type: 'FunctionDef' }>;
export type ParameterPart = Extract<
  WordNode['parts'][number],
  { readonly type: 'ParameterExpansion' }
>;

/** A variable in `$((…))`, with or without its dollar. */
export interface ArithmeticVariable {
  readonly type: 'ArithVariable';
  readonly name: string;
}

/** The kinds of nodes that somebody here looks at; the others are passed through. */
export type Node =
  | CommandNode
  | StatementNode
  | PipelineNode
  | ParameterPart
  | ArithmeticVariable
  | { readonly type: 'HereDoc'; readonly delimiter: string; readonly terminated?: boolean };

/** Calls `look` with every node below this one, itself included, parents last. */
export function walk(tree: unknown, look: (node: Node) => void): void {
  if (Array.isArray(tree)) {
    for (const part of tree) walk(part, look);
    return;
  }
  if (typeof tree !== 'object' || tree === null) return;
  for (const part of Object.values(tree)) {
    if (typeof part === 'object') walk(part, look);
  }
  if ('type' in tree) look(tree as Node);
}

export function wordOf(text: string): WordNode {
  return { type: 'Word', parts: [{ type: 'Literal', value: text }] };
}

/** The value of `$NAME`, in double quotes. */
export function parameterWord(parameter: string): WordNode {
  const part: ParameterPart = { type: 'ParameterExpansion', parameter, operation: null };
  return { type: 'Word', parts: [{ type: 'DoubleQuoted', parts: [part] }] };
}

export function statementOf(...pipelines: PipelineNode[]): StatementNode {
  return { type: 'Statement', pipelines, operators: [], background: false };
}

export function pipelineOf(...commands: CommandNode[]): PipelineNode {
  return { type: 'Pipeline', commands, negated: false };
}

export function commandOf(name: string, ...args: WordNode[]): CommandNode {
  return { type: 'SimpleCommand', name: wordOf(name), args, assignments: [], redirections: [] };
}

/** @returns the text of a word in which nothing is quoted or replaced */
export function literalOf(word: WordNode | null | undefined): string | undefined {
  const [part, ...others] = word?.parts ?? [];
  return part?.type === 'Literal' && others.length === 0 ? part.value : undefined;
}

type CommandPart = Extract<WordNode['parts'][number], { readonly type: 'CommandSubstitution' }>;

/** What commands print: `$(COMMANDS)`. */
export function outputPart(...commands: CommandNode[]): CommandPart {
  const statements = commands.map((command) => statementOf(pipelineOf(command)));
  return { type: 'CommandSubstitution', body: { type: 'Script', statements }, legacy: false };
}

/** What commands print, as one word: `"$(COMMANDS)"`. */
export function outputWord(...commands: CommandNode[]): WordNode {
  return { type: 'Word', parts: [{ type: 'DoubleQuoted', parts: [outputPart(...commands)] }] };
}
