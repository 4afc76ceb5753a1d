/**
 * Options of one letter as getopt(3) reads them: `-nc 3`, `-c3` and `-c 3` are the same, options may
 * stand behind operands, and `--` ends them.
 */
interface ShortOptions {
  /** Letters in the order in which they were given, with the value of those that take one. */
  readonly given: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

interface OptionFault {
  readonly kind: 'unknown' | 'no-value';
  readonly letter: string;
}

/**
 * @param flags letters without a value
 * @param valued letters with one
 */
export function readShortOptions(
  words: readonly string[],
  flags: string,
  valued: string,
): ShortOptions | OptionFault {
  const given = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    for (let place = 1; place < word.length; place++) {
      const letter = word.charAt(place);
      if (flags.includes(letter)) {
        given.set(letter, '');
        continue;
      }
      if (!valued.includes(letter)) return { kind: 'unknown', letter };
      const attached = word.slice(place + 1);
      const value = attached === '' ? words[++at] : attached;
      if (value === undefined) return { kind: 'no-value', letter };
      given.set(letter, value);
      break;
    }
  }
  return { given, operands };
}
