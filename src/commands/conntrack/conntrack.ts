/**
 * `conntrack -L|-D|-F|-C [-s ADDRESS] [-d ADDRESS] [-p PROTOCOL]` (conntrack(8), 1.4.7).
 */
import { type Ipv4, parseIpv4 } from '../../addr/ipv4';
import { CommandError } from '../../netfilter/command-error';
import type { Connection } from '../../netfilter/conntrack/connection';
import { listConnection } from '../../netfilter/conntrack/list-connection';
import { parseProtocol } from '../../netfilter/ip-protocols';
import { type CommandResult, commandOf, linesOf, printed } from '../command';
import { readShortOptions } from '../short-options';

const NAME = 'conntrack v1.4.7 (conntrack-tools)';
const TRY_HELP = "Try `conntrack -h' or 'conntrack --help' for more information.";

export const conntrack = commandOf((words, { netfilter, nowUs }) => {
  const read = readShortOptions(words, 'LDFC', 'sdpo');
  if ('kind' in read) throw usageError(`unknown option \`-${read.letter}'`);
  const { given } = read;
  const { connections } = netfilter;
  if (given.has('F')) {
    connections.flush();
    return counted([], 'connection tracking table has been emptied.', 0);
  }
  if (given.has('C')) return printed(`${connections.list().length}\n`);
  if (!given.has('L') && !given.has('D')) throw usageError('no command specified');
  const rows = connections.list().filter(filterOf(given));
  const lines = rows.map((row) => listConnection(row, nowUs));
  if (given.has('L')) return counted(lines, `${rows.length} flow entries have been shown.`, 0);
  for (const row of rows) connections.remove(row);
  return counted(lines, `${rows.length} flow entries have been deleted.`, rows.length > 0 ? 0 : 1);
});

/** The rows go to standard output, how many there were to standard error. */
function counted(lines: readonly string[], what: string, exit: number): CommandResult {
  return { stdout: linesOf(lines), stderr: `${NAME}: ${what}\n`, exit };
}

function filterOf(given: ReadonlyMap<string, string>): (row: Connection) => boolean {
  const source = addressOf(given.get('s'));
  const destination = addressOf(given.get('d'));
  const protocolName = given.get('p');
  const protocol = protocolName === undefined ? undefined : parseProtocol(protocolName);
  if (protocolName !== undefined && protocol === undefined) {
    throw usageError(`\`${protocolName}' unsupported protocol`);
  }
  return ({ original }) =>
    (source === undefined || original.source === source) &&
    (destination === undefined || original.destination === destination) &&
    (protocol === undefined || original.protocol === protocol);
}

function addressOf(text: string | undefined): Ipv4 | undefined {
  if (text === undefined) return undefined;
  const address = parseIpv4(text);
  if (address === undefined) throw usageError(`Invalid IP address \`${text}'`);
  return address;
}

function usageError(what: string): CommandError {
  return new CommandError(`${NAME}: ${what}\n${TRY_HELP}`, 2);
}
