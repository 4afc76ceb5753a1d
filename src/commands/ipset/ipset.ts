/**
 * `ipset COMMAND …` (ipset(8), 7.x): sets listed, changed, saved and restored.
 */
import type { Netns } from '../../kernel/netns';
import { CommandError, notModelled, ToolError } from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import {
  type CommandInput,
  type CommandResult,
  commandOf,
  type Distribution,
  printed,
} from '../command';
import { unknownOption } from './create-options';
import { type IpsetLine, parseIpset } from './ipset-line';
import { restoreSets } from './restore-sets';
import { runIpset } from './run-ipset';

const VERSIONS: Readonly<Record<Distribution, string>> = {
  'ubuntu-22.04': '7.15',
  'debian-12': '7.17',
};

export const ipset = commandOf(
  (words, netns, input) => {
    const version = VERSIONS[input.distribution];
    try {
      return answer(words, netns, input, version);
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      if (isQuiet(words)) return { stdout: '', stderr: '', exit: error.exitStatus };
      throw error.saidBy({ program: 'ipset', version });
    }
  },
  (words) => fileToRead(words),
);

function answer(
  words: readonly string[],
  netns: Netns,
  input: CommandInput,
  version: string,
): CommandResult {
  const line = parseIpset(words);
  if (line.command === 'version') {
    return printed(`ipset v${version}, protocol version: 7\n`);
  }
  if (line.command === 'help') throw notModelled('the help text');
  if (line.command === 'test') return test(netns.netfilter, line);
  if (line.command !== 'restore') return written(runIpset(netns.netfilter, line), line);
  const bytes = line.file === undefined ? undefined : input.files.get(line.file);
  // A file that is not there ends it without a word.
  if (line.file !== undefined && bytes === undefined) return { stdout: '', stderr: '', exit: 255 };
  const text = bytes === undefined ? input.stdin : new TextDecoder().decode(bytes);
  return printed(restoreSets(netns.netfilter, text, line, version));
}

/** The answer goes to standard error, and a yes is only a warning. */
function test({ ipsets }: Netfilter, line: IpsetLine): CommandResult {
  const [name = '', member = '', option] = line.operands;
  const set = ipsets.get(name);
  if (option !== undefined) throw unknownOption(option);
  const isThere = set.test(member);
  const said = isThere
    ? `Warning: ${member} is in set ${name}.\n`
    : `${member} is NOT in set ${name}.\n`;
  return { stdout: '', stderr: line.isQuiet ? '' : said, exit: isThere ? 0 : 1 };
}

function written(text: string, { file }: IpsetLine): CommandResult {
  if (file === undefined) return printed(text);
  const bytes = new TextEncoder().encode(text);
  return { stdout: '', stderr: '', exit: 0, files: [{ path: file, bytes }] };
}

function isQuiet(words: readonly string[]): boolean {
  return words.includes('-q') || words.includes('-quiet');
}

function fileToRead(words: readonly string[]): readonly string[] {
  try {
    const { command, file } = parseIpset(words);
    return command === 'restore' && file !== undefined ? [file] : [];
  } catch (error) {
    if (error instanceof CommandError) return [];
    throw error;
  }
}
