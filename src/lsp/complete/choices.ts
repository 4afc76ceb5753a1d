/**
 * What may stand for an argument of a sentence: names in scope, files, the words that a kind of argument is
 * limited to; and where nothing is known, what the example of the sentence says.
 */
import type { OfferedName } from '../scope/offered-names';
import type { Sentence } from '../sentences/sentence';
import type { ChoicesFor, Parameter } from '../sentences/snippet';

/**
 * An argument of which nothing is known is that of the example.
 * @param first names that come before all others, because somebody typed them
 */
export function choicesIn(
  sentence: Sentence,
  names: readonly OfferedName[],
  first: readonly string[] = [],
): ChoicesFor {
  return (argument, typed) => {
    const shown = exampleFor(sentence, argument);
    const known = [
      ...namesFor(argument, shown, names),
      ...(sentence.limits.get(argument.name) ?? []),
    ];
    if (known.length === 0) return shown.startsWith(typed) ? [shown] : [];
    const fitting = new Set(known.filter((name) => name.startsWith(typed)));
    const likely = [...first, ...(shown.includes(' ') ? [] : [shown])];
    return [...new Set([...likely.filter((name) => fitting.has(name)), ...fitting])];
  };
}

function namesFor(
  { name: kind }: Parameter,
  shown: string,
  names: readonly OfferedName[],
): readonly string[] {
  if (!shown.startsWith('"'))
    return names.filter((name) => name.argument === kind).map(({ text }) => text);
  // Of the texts in quotes, those are names of files of which the example is the name of one.
  const [room] = names.filter(({ text }) => text === shown);
  return names
    .filter((name) => room !== undefined && name.argument === room.argument)
    .map(({ text }) => text);
}

export function exampleFor({ pieces, example }: Sentence, argument: Parameter): string {
  const at = pieces.filter(({ kind }) => kind === 'parameter').indexOf(argument);
  return example.args[at] ?? argument.name;
}
