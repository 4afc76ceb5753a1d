/**
 * The format of `ipset save`, line by line (ipset(8), "restore"). What came before a refused line
 * stays done.
 */
import { ToolError } from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import { splitWords } from '../../netfilter/words';
import { type IpsetLine, parseIpset } from './ipset-line';
import { runIpset } from './run-ipset';

/** @returns what the lines print. @throws CommandError with the line's number */
export function restoreSets(
  netfilter: Netfilter,
  text: string,
  { orIgnore }: IpsetLine,
  version: string,
): string {
  let output = '';
  for (const [index, line] of text.split('\n').entries()) {
    const words = splitWords(line);
    // A COMMIT sends what has been said so far; here each line is sent at once.
    if (words.length === 0 || line.trim().startsWith('#') || line.trim() === 'COMMIT') continue;
    try {
      const parsed = parseIpset(words);
      output += runIpset(netfilter, { ...parsed, orIgnore: orIgnore || parsed.orIgnore });
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      throw error.saidBy({ program: 'ipset', version, line: index + 1 });
    }
  }
  return output;
}
