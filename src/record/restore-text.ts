/**
 * Commands of `iptables`, one after the other, as the input of one `iptables-restore --noflush`.
 */

/** What is no table, or cannot be quoted there, is left to `iptables` itself. */
export function restoreTextOf(lines: readonly (readonly string[])[]): string | undefined {
  const text: string[] = [];
  let table: string | undefined;
  for (const words of lines) {
    const [option, named, command, ...rest] = words;
    if (option !== '-t' || named === undefined || !BATCHED.test(command ?? '')) return undefined;
    if (named !== table) {
      if (table !== undefined) text.push('COMMIT');
      text.push(`*${named}`);
      table = named;
    }
    text.push(command === '-N' ? `:${rest[0]} - [0:0]` : [command, ...rest.map(quoted)].join(' '));
  }
  return `${[...text, 'COMMIT'].join('\n')}\n`;
}

/** Of others the format says nothing (iptables-restore(8)). */
const BATCHED = /^-[AFIN]$/;

function quoted(word: string): string {
  return /[\s"']/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word;
}
