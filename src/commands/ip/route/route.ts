/**
 * `ip route`: shown, asked and changed (ip-route(8)).
 */
import { formatRoute } from '../../../host/format-route';
import type { Op } from '../../../host/op';
import type { Route } from '../../../host/route';
import type { Netns } from '../../../kernel/netns';
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { flushReport } from '../flush-report';
import type { IpCommand, IpObject } from '../ip-object';
import { askKernel, deviceNamed, kernelRefusal } from '../ip-words';
import { getRoute } from './get-route';
import { parseRoute } from './parse-route';
import { fitsFilter, parseRouteFilter, type RouteFilter, withoutTheObvious } from './route-filter';

const show: IpCommand = ({ words, netns }) => {
  const filter = parseRouteFilter(words, netns);
  return tablesOf(filter)
    .flatMap((table) => listed(netns, table, filter))
    .map((line) => `${line} \n`)
    .join('');
};

function tablesOf({ table }: RouteFilter): readonly ('main' | 'local')[] {
  if (table === 'all') return ['main', 'local'];
  return table === 'other' ? [] : [table];
}

function listed(netns: Netns, table: 'main' | 'local', filter: RouteFilter): readonly string[] {
  const namesTable = filter.table === 'all' && table === 'local';
  return netns.fib
    .routes(table)
    .filter((route) => fitsFilter(route, filter))
    .map((route) => formatRoute(withoutTheObvious(route, filter)))
    .map((line) =>
      namesTable ? line.replace(/( dev \S+)?( proto |$)/, '$1 table local$2') : line,
    );
}

function change(kind: 'route-add' | 'route-replace' | 'route-delete'): IpCommand {
  return ({ words, netns }) => {
    const route = parseRoute(words);
    if (route.device !== undefined) deviceNamed(netns, route.device);
    if (route.source !== undefined && !netns.isLocalAddress(route.source)) {
      throw kernelRefusal('Invalid argument', 'Invalid prefsrc address');
    }
    askKernel(() => applyOp(netns, { kind, route }));
    return '';
  };
}

const flush: IpCommand = ({ words, netns, options }) => {
  if (words.isAtEnd) throw new CommandError('"ip route flush" requires arguments.', 1);
  if (words.rest()[0] === 'cache') return '';
  const filter = parseRouteFilter(words, netns);
  const gone = netns.fib.routes('main').filter((route) => fitsFilter(route, filter));
  for (const route of gone) askKernel(() => applyOp(netns, deletionOf(route)));
  return flushReport(gone.length, options);
};

function deletionOf(route: Route): Op {
  return { kind: 'route-delete', route };
}

export const route: IpObject = {
  names: ['route'],
  help: 'route',
  show,
  commands: [
    ['list', show],
    ['show', show],
    ['lst', show],
    ['get', getRoute],
    ['add', change('route-add')],
    ['replace', change('route-replace')],
    ['delete', change('route-delete')],
    ['flush', flush],
  ],
};
