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
import type { IpQuestion } from '../ip-object';
import { deviceNamed, type IpWords, kernelRefusal, prefixOf } from '../ip-words';

const STRERROR = {
  ENETUNREACH: 'Network is unreachable',
  EHOSTUNREACH: 'No route to host',
  EACCES: 'Permission denied',
  EINVAL: 'Invalid argument',
  EXDEV: 'Invalid cross-device link',
} as const;

interface Question {
  to: Ipv4 | undefined;
  from: Ipv4 | undefined;
  input: Device | undefined;
  output: Device | undefined;
}

export function getRoute({ words, netns, options }: IpQuestion): string {
  const question = parseQuestion(words, netns);
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
  const flags = [
    ...flagsOf(found),
    'wantsRedirect' in found && found.wantsRedirect ? 'redirect' : '',
  ]
    .filter((flag) => flag !== '')
    .join(',');
  const lines = [routeLine(found, to, question), cacheLine(flags, found, input)];
  return `${lines.join(options.oneLine ? '\\' : '\n')}\n`;
}

function parseQuestion(words: IpWords, netns: Netns): Question {
  const question: Question = {
    to: undefined,
    from: undefined,
    input: undefined,
    output: undefined,
  };
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'from') question.from = prefixOf(words.need()).address;
    else if (word === 'iif') question.input = deviceNamed(netns, words.need());
    else if (word === 'oif' || word === 'dev') question.output = deviceNamed(netns, words.need());
    else question.to = prefixOf(word === 'to' ? words.need() : word).address;
  }
  return question;
}

function flagsOf({ type }: RouteResult): readonly string[] {
  if (type === 'local') return ['local'];
  return type === 'broadcast' ? ['local', 'brd'] : [];
}

function routeLine(found: RouteResult, to: Ipv4, { from, input }: Question): string {
  const { type, nextHop, device, source } = found;
  return [
    type === 'unicast' ? '' : `${type} `,
    `${formatIpv4(to)} `,
    from === undefined ? '' : `from ${formatIpv4(from)} `,
    nextHop === to ? '' : `via ${formatIpv4(nextHop)} `,
    `dev ${device.name} `,
    from === undefined ? `src ${formatIpv4(source)} ` : '',
    input === undefined ? 'uid 0 ' : '',
  ].join('');
}

function cacheLine(flags: string, found: RouteResult, input: Device | undefined): string {
  return [
    '    cache ',
    flags === '' ? '' : `<${flags}> `,
    found.type === 'unicast' && found.mtu < found.device.mtu ? `mtu ${found.mtu} ` : '',
    input === undefined ? '' : `iif ${input.name} `,
  ].join('');
}
