/**
 * Functions that were defined on one line are known on the next: the library forgets them, so they are
 * read off the tree.
 */
import { type FunctionNode, literalOf, type ScriptNode } from './tree';

/** Adds what this script defines where its shell can see it, and takes away what it unsets. */
export function keepFunctions(script: ScriptNode, known: Map<string, FunctionNode>): void {
  for (const statement of script.statements) {
    if (statement.background) continue;
    for (const command of statement.pipelines.flatMap(({ commands }) => commands)) {
      if (command.type === 'FunctionDef') known.set(command.name, command);
      if (command.type === 'Group')
        keepFunctions({ type: 'Script', statements: command.body }, known);
      if (command.type !== 'SimpleCommand') continue;
      const [name, ...words] = [command.name, ...command.args].map(literalOf);
      if (name === 'unset' && words[0] === '-f') for (const word of words) known.delete(word ?? '');
    }
  }
}
