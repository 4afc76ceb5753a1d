/** Every verb of kubectl that is known. A new one is a file beside this and a line here. */
import type { Verb } from '../verb';
import { applyVerb } from './apply';
import { deleteVerb } from './delete';
import { execVerb } from './exec';
import { getVerb } from './get';

export const verbs: readonly Verb[] = [getVerb, applyVerb, deleteVerb, execVerb];

export function findVerb(name: string): Verb | undefined {
  return verbs.find((verb) => verb.name === name);
}

/** Cobra's suggestions: what is at most two letters away, or begins so. */
export function didYouMeanVerb(name: string): string {
  const near = verbs
    .map((verb) => verb.name)
    .filter((verb) => distance(name, verb) <= 2 || verb.startsWith(name.toLowerCase()));
  if (near.length === 0) return '';
  return `\n\nDid you mean this?\n${near.map((verb) => `\t${verb}`).join('\n')}`;
}

/** Levenshtein's. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [place, wanted] of [...other].entries()) {
      const replaced = (row[place] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
