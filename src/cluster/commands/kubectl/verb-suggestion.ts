/** Which verb somebody probably meant (spf13/cobra, SuggestionsFor). */
const DISTANCE_MAX = 2;

/** What follows the complaint: what is at most two letters away, or begins so. */
export function didYouMeanVerb(name: string, verbs: readonly string[]): string {
  const near = verbs.filter(
    (verb) => distance(name, verb) <= DISTANCE_MAX || verb.startsWith(name.toLowerCase()),
  );
  if (near.length === 0) return '';
  return `\n\nDid you mean this?\n${near.map((verb) => `\t${verb}`).join('\n')}`;
}

/** Levenshtein's: how many letters come, go or change. */
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
