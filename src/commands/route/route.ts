/**
 * `route [-n] [-e]`, `route add …`, `route del …` (net-tools 2.10, route.c).
 */
import { CommandError } from '../../netfilter/command-error';
import { commandOf, notModelled, printed } from '../command';
import { NET_TOOLS_VERSION } from '../net-tools-version';
import { readShortOptions } from '../short-options';
import { changeRoute } from './change-route';
import { renderRoutingTable } from './routing-table';

const USAGE = `Usage: route [-nvee] [-F]           List kernel routing tables
       route [-v] {add|del|flush} ...  Modify routing table`;
const EXIT_USAGE = 3;

const CACHE = `Kernel IP routing cache
Source          Destination     Gateway         Flags Metric Ref    Use Iface
`;

export const route = commandOf((words, netns) => {
  const at = words.findIndex((word) => /^(add|del|delete|flush|change)$/.test(word));
  const options = at === -1 ? words : words.slice(0, at);
  const read = readShortOptions(
    options.filter((word) => word !== '--inet'),
    '46CeFhnNvV',
    'A',
  );
  if ('kind' in read) {
    throw new CommandError(`route: invalid option -- '${read.letter}'\n${USAGE}`, EXIT_USAGE);
  }
  const { given, operands } = read;
  const family = given.get('A');
  if (given.has('6') || (family !== undefined && family !== 'inet')) {
    throw notModelled(`route ${given.has('6') ? '-6' : `-A ${family}`}`);
  }
  if (given.has('V')) return printed(`${NET_TOOLS_VERSION}\n`);
  if (given.has('h')) throw new CommandError(USAGE, EXIT_USAGE);
  if (at !== -1) {
    changeRoute(netns, words.slice(at));
    return printed('');
  }
  if (operands.length > 0) throw new CommandError(USAGE, EXIT_USAGE);
  if (given.has('C')) return printed(CACHE);
  const extents = options.join('').split('e').length - 1;
  const layout = extents === 0 ? 'metrics' : extents === 1 ? 'windows' : 'both';
  return printed(renderRoutingTable(netns, layout, given.has('n') || given.has('N')));
});
