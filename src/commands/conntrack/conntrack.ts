/**
 * `conntrack -L|-D|-F|-C [FILTERS] [-o extended,id]` (conntrack(8), 1.4).
 */
import { CommandError, notModelled } from '../../netfilter/command-error';
import type { Connection } from '../../netfilter/conntrack/connection';
import { listConnection } from '../../netfilter/conntrack/list-connection';
import { hashTuple } from '../../netfilter/conntrack/tuple';
import { type CommandResult, commandOf, type Distribution, linesOf, printed } from '../command';
import { connectionFilter } from './connection-filter';
import { type ConntrackLine, ConntrackProblem, parseConntrack, problem } from './conntrack-line';

const VERSIONS: Readonly<Record<Distribution, string>> = {
  'ubuntu-22.04': '1.4.6',
  'debian-12': '1.4.7',
};
const TRY_HELP = "Try `conntrack -h' or 'conntrack --help' for more information.";

export const conntrack = commandOf((words, { netfilter, nowUs }, { distribution }) => {
  const name = `conntrack v${VERSIONS[distribution]} (conntrack-tools)`;
  try {
    const line = parseConntrack(words);
    const { connections } = netfilter;
    const counted = (lines: readonly string[], what: string, exit = 0): CommandResult => ({
      stdout: linesOf(lines),
      stderr: `${name}: ${what}\n`,
      exit,
    });
    if (line.command === 'version') return printed(`${name}\n`);
    if (line.command === 'count') return printed(`${connections.list().length}\n`);
    if (line.command === 'flush') {
      connections.flush();
      return counted([], 'connection tracking table has been emptied.');
    }
    const print = printerOf(line, nowUs);
    const rows = connections.list().filter(connectionFilter(line));
    const lines = rows.map(print);
    if (line.command === 'dump') {
      const what = line.table === 'expect' ? 'expectations' : 'flow entries';
      return counted(lines, `${rows.length} ${what} have been shown.`);
    }
    for (const row of rows) connections.remove(row);
    const isEmpty = rows.length === 0;
    return counted(lines, `${rows.length} flow entries have been deleted.`, isEmpty ? 1 : 0);
  } catch (error) {
    if (!(error instanceof ConntrackProblem)) throw error;
    throw new CommandError(`${name}: ${error.message}\n${TRY_HELP}`, error.exitStatus);
  }
});

/** `-o`; time stamps are of events and of a kernel that keeps them. */
const OUTPUTS: ReadonlySet<string> = new Set(['extended', 'id', 'timestamp', 'ktimestamp']);
const UNMODELLED_OUTPUTS: ReadonlySet<string> = new Set(['xml', 'save', 'labels', 'userspace']);

function printerOf({ options }: ConntrackLine, nowUs: number): (row: Connection) => string {
  const forms = options.get('output')?.split(',') ?? [];
  for (const form of forms) {
    if (UNMODELLED_OUTPUTS.has(form)) throw notModelled(`output ${form}`);
    if (!OUTPUTS.has(form)) throw problem(`Bad parameter \`${form}'`);
  }
  const before = forms.includes('extended') ? 'ipv4     2 ' : '';
  return (row) => {
    const id = forms.includes('id') ? ` id=${hashTuple(row.original) >>> 0}` : '';
    return `${before}${listConnection(row, nowUs)}${id}`;
  };
}
