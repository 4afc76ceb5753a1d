/**
 * `ip route`: shown, asked and changed (ip-route(8)).
 */
import type { Op } from '../../../host/op';
import type { Route } from '../../../host/route';
import type { Netns } from '../../../kernel/netns';
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import { type Field, renderAnswers } from '../field';
import { flushReport } from '../flush-report';
import { type IpCommand, type IpObject, refuse } from '../ip-object';
import type { IpOptions } from '../ip-options';
import { askKernel, deviceNamed, kernelRefusal } from '../ip-words';
import { getRoute } from './get-route';
import { parseRoute } from './parse-route';
import { routeFields } from './route-fields';
import { fitsFilter, parseRouteFilter, type RouteFilter, saidOf } from './route-filter';

const show: IpCommand = ({ words, netns, options }) => {
  const filter = parseRouteFilter(words, netns);
  if (options.family === 'inet6') return renderAnswers([], options);
  if (filter.table === 'other') {
    throw new CommandError('Error: ipv4: FIB table does not exist.\nDump terminated', 2);
  }
  const answers = tablesOf(filter).flatMap((table) => listed(netns, table, filter, options));
  return renderAnswers(answers, options);
};

function tablesOf({ table }: RouteFilter): readonly ('main' | 'local')[] {
  if (table === 'all') return ['main', 'local'];
  return table === 'main' || table === 'local' ? [table] : [];
}

function listed(
  netns: Netns,
  table: 'main' | 'local',
  filter: RouteFilter,
  { details, numeric }: IpOptions,
): readonly (readonly Field[])[] {
  const hides = saidOf(filter);
  return netns.fib
    .routes(table)
    .filter((route) => fitsFilter(route, filter))
    .map((route) =>
      routeFields(route, {
        details,
        numeric,
        hides,
        table: filter.table === 'all' && table === 'local' ? table : undefined,
        isDead: isDead(netns, route),
      }),
    );
}

/** Its device is up and has nobody at its other end. */
function isDead({ devices }: Netns, { device }: Route): boolean {
  const own = device === undefined ? undefined : devices.get(device);
  return own?.isUp === true && !own.driver.hasCarrier();
}

type Change = 'add' | 'append' | 'change' | 'replace' | 'delete';

const OPS: Readonly<
  Record<Change, 'route-add' | 'route-append' | 'route-replace' | 'route-delete'>
> = {
  add: 'route-add',
  append: 'route-append',
  change: 'route-replace',
  replace: 'route-replace',
  delete: 'route-delete',
};

function change(how: Change): IpCommand {
  return ({ words, netns, options }) => {
    if (options.family === 'inet6') throw notModelled(`ip -6 route ${how}`);
    const route = parseRoute(words);
    if (how === 'change' && !isThere(netns, route)) {
      throw kernelRefusal('No such file or directory');
    }
    const kind = OPS[how];
    if (route.device !== undefined) deviceNamed(netns, route.device);
    if (route.source !== undefined && !netns.isLocalAddress(route.source)) {
      throw kernelRefusal('Invalid argument', 'Invalid prefsrc address');
    }
    askKernel(() => applyOp(netns, { kind, route }));
    return '';
  };
}

/** `NLM_F_REPLACE` without `NLM_F_CREATE` wants a route of the same prefix and metric. */
function isThere(netns: Netns, { destination, metric }: Route): boolean {
  const found = netns.fib.find(
    destination,
    (other) => other.table === 'main' && other.route.metric === metric,
  );
  return found !== undefined;
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

const HELP = `Usage: ip route { list | flush } SELECTOR
       ip route get ADDRESS [ from ADDRESS iif STRING ] [ oif STRING ]
       ip route { add | del | change | append | replace } ROUTE
SELECTOR := [ root PREFIX ] [ match PREFIX ] [ exact PREFIX ]
            [ table TABLE_ID ] [ proto RTPROTO ] [ type TYPE ] [ scope SCOPE ]
ROUTE := [ TYPE ] PREFIX [ via ADDRESS ] [ dev STRING ] [ proto RTPROTO ]
         [ scope SCOPE ] [ metric METRIC ] [ src ADDRESS ] [ mtu NUMBER ] [ onlink ]
TYPE := { unicast | local | broadcast | throw | unreachable | prohibit | blackhole }`;

export const route: IpObject = {
  names: ['route'],
  help: 'route',
  usage: HELP,
  show,
  commands: [
    ['list', show],
    ['show', show],
    ['lst', show],
    ['get', getRoute],
    ['add', change('add')],
    ['change', change('change')],
    ['replace', change('replace')],
    ['append', change('append')],
    ['delete', change('delete')],
    ['save', refuse('ip route save')],
    ['restore', refuse('ip route restore')],
    ['showdump', refuse('ip route showdump')],
    ['flush', flush],
  ],
};
