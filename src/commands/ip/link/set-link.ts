/**
 * `ip link set` and `ip link delete` (`iplink_modify`, iproute2 6.1, ip/iplink.c).
 */
import type { Op } from '../../../host/op';
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import type { IpCommand } from '../ip-object';
import {
  askKernel,
  deviceNamed,
  EXIT_USAGE,
  garbage,
  type IpWords,
  wrongArgument,
} from '../ip-words';
import { macOf } from '../neigh/change-neighbour';

/** What can be set in life and not here. */
const NOT_MODELLED: ReadonlySet<string> = new Set([
  'allmulticast',
  'carrier',
  'dynamic',
  'gso_max_size',
  'index',
  'multicast',
  'name',
  'netns',
  'state',
  'trailers',
  'type',
  'vf',
  'xdp',
  'txqlen',
  'qlen',
  'master',
  'nomaster',
  'txqueuelen',
  'promisc',
  'arp',
  'alias',
  'group',
]);

export const setLink: IpCommand = ({ words, netns }) => {
  const { device, changes } = parseChanges(words);
  deviceNamed(netns, device);
  for (const op of changes) askKernel(() => applyOp(netns, op));
  return '';
};

export const deleteLink: IpCommand = ({ words, netns }) => {
  const device = deviceIn(words);
  deviceNamed(netns, device);
  askKernel(() => applyOp(netns, { kind: 'link-delete', device }));
  return '';
};

function parseChanges(words: IpWords): {
  readonly device: string;
  readonly changes: readonly Op[];
} {
  const device = deviceIn(words);
  const changes: Op[] = [];
  while (!words.isAtEnd) changes.push(changeOf(device, words.need(), words));
  return { device, changes };
}

function deviceIn(words: IpWords): string {
  const first = words.next();
  if (first === undefined) {
    throw new CommandError('Not enough information: "dev" argument is required.', EXIT_USAGE);
  }
  return first === 'dev' ? words.need() : first;
}

function changeOf(device: string, word: string, words: IpWords): Op {
  if (NOT_MODELLED.has(word)) throw notModelled(`ip link set … ${word}`);
  switch (word) {
    case 'up':
      return { kind: 'link-up', device };
    case 'down':
      return { kind: 'link-down', device };
    case 'mtu':
      return { kind: 'link-mtu', device, mtu: mtuOf(words.need()) };
    case 'address':
      return { kind: 'link-mac', device, mac: macOf(words.need()) };
    default:
      throw garbage('dev', word);
  }
}

/** Bytes. */
export function mtuOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  throw wrongArgument(word, 'Invalid "mtu" value');
}
