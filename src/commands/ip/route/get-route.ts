/**
 * `ip route get ADDRESS [from SOURCE] [iif DEVICE] [oif DEVICE]`: what the kernel would do with a
 * packet (`iproute_get`, iproute2 6.1; `inet_rtm_getroute`, net/ipv4/route.c).
 */
import { formatIpv4, type Ipv4 } from '../../../addr/ipv4';
import type { Device } from '../../../kernel/devices/device';
import { routeInput } from '../../../kernel/ip/route-input';
import { routeOutput } from '../../../kernel/ip/route-output';
import type { Netns } from '../../../kernel/netns';
import type { RouteResult } from '../../../kernel/route-result';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import { type Field, field, renderAnswers, unsaid, word } from '../field';
import type { IpQuestion } from '../ip-object';
import type { IpOptions } from '../ip-options';
import { deviceNamed, type IpWords, kernelRefusal, prefixOf } from '../ip-words';
import { deviceFields, gatewayFields, routeFields, sourceFields } from './route-fields';

const STRERROR = {
  ENETUNREACH: 'Network is unreachable',
  EHOSTUNREACH: 'No route to host',
  EACCES: 'Permission denied',
  EINVAL: 'Invalid argument',
  EXDEV: 'Invalid cross-device link',
} as const;

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'connected',
  'dport',
  'dsfield',
  'ipproto',
  'mark',
  'notify',
  'sport',
  'tos',
  'uid',
  'vrf',
]);

interface Question {
  to: Ipv4 | undefined;
  from: Ipv4 | undefined;
  input: Device | undefined;
  output: Device | undefined;
  /** `fibmatch`: which route it is, not what comes of it. */
  wantsMatch: boolean;
}

export function getRoute({ words, netns, options }: IpQuestion): string {
  const question = parseQuestion(words, netns);
  if (options.family === 'inet6') throw notModelled('ip -6 route get');
  const { to, from, input, output } = question;
  if (to === undefined) throw new CommandError('need at least a destination address', 1);
  const found =
    input === undefined
      ? routeOutput(netns, {
          destination: to,
          ...(from === undefined ? {} : { source: from }),
          ...(output === undefined ? {} : { device: output }),
        })
      : routeInput(netns, {
          destination: to,
          source: from ?? prefixOf('any').address,
          device: input,
          isArp: false,
        });
  if (found.type === 'error') throw kernelRefusal(STRERROR[found.error]);
  if (question.wantsMatch) return renderAnswers([matchFields(found, options)], options);
  return renderAnswers([answerFields(found, to, question, options)], options);
}

/** `fibmatch`: the route itself, and not what came of it. */
function matchFields({ entry }: RouteResult, { details, numeric }: IpOptions): readonly Field[] {
  const hides = { via: false, device: false, source: false, scope: false, proto: false };
  const table = entry.table === 'local' ? 'local' : undefined;
  return routeFields(entry.route, { details, numeric, hides, table, isDead: false });
}

function parseQuestion(words: IpWords, netns: Netns): Question {
  const question: Question = {
    to: undefined,
    from: undefined,
    input: undefined,
    output: undefined,
    wantsMatch: false,
  };
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'from') question.from = prefixOf(words.need()).address;
    else if (word === 'iif') question.input = deviceNamed(netns, words.need());
    else if (word === 'fibmatch') question.wantsMatch = true;
    else if (NOT_MODELLED.has(word)) throw notModelled(`ip route get … ${word}`);
    else if (word === 'oif' || word === 'dev') question.output = deviceNamed(netns, words.need());
    else question.to = prefixOf(word === 'to' ? words.need() : word).address;
  }
  return question;
}

function answerFields(
  found: RouteResult,
  to: Ipv4,
  { from, input }: Question,
  { details }: IpOptions,
): readonly Field[] {
  const { type, nextHop, device, source, mtu, entry } = found;
  const flags = flagsOf(found);
  const cache = flags.length === 0 ? '' : `<${flags.join(',')}> `;
  const hasMtu = type === 'unicast' && mtu < device.mtu;
  return [
    ...(type === 'unicast' && !details ? [] : [field(`${type} `, 'type', type)]),
    field(`${formatIpv4(to)} `, 'dst', formatIpv4(to), 'inet'),
    ...(from === undefined ? [] : fromFields(formatIpv4(from))),
    ...(nextHop === to ? [] : gatewayFields(formatIpv4(nextHop))),
    ...deviceFields(device.name),
    ...(details ? [field(`table ${entry.table} `, 'table', entry.table)] : []),
    ...(from === undefined ? sourceFields(formatIpv4(source)) : []),
    unsaid('flags', []),
    ...(input === undefined ? [field('uid 0 ', 'uid', 0)] : []),
    field(`\n    cache ${cache}`, 'cache', flags),
    ...(hasMtu ? [field(`mtu ${mtu} `, 'metrics', [{ mtu }])] : []),
    ...(input === undefined
      ? []
      : [word('iif '), field(`${input.name} `, 'iif', input.name, 'name')]),
  ];
}

function fromFields(address: string): readonly Field[] {
  return [word('from '), field(`${address} `, 'from', address, 'inet')];
}

function flagsOf(found: RouteResult): readonly string[] {
  const { type } = found;
  return [
    ...(type === 'unicast' ? [] : ['local']),
    ...(type === 'broadcast' ? ['brd'] : []),
    ...('wantsRedirect' in found && found.wantsRedirect ? ['redirect'] : []),
  ];
}
