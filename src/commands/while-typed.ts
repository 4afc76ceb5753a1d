/** Says for the time of a command what was typed, so that what it changes can be told in those words. */
import type { Netns } from '../kernel/netns';

/** What the shell would not take as it stands. */
const SPECIAL = /[^\w@%+=:,./!-]/;

export function whileTyped<Result>(
  { network }: Netns,
  words: readonly string[],
  action: () => Result,
): Result {
  network.typed = words.map(quoted).join(' ');
  try {
    return action();
  } finally {
    network.typed = undefined;
  }
}

function quoted(word: string): string {
  return word === '' || SPECIAL.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word;
}
