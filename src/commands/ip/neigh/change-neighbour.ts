/**
 * `ip neigh add|change|replace|delete` (`ipneigh_modify`, iproute2 6.1; `neigh_add`,
 * net/core/neighbour.c).
 */
import type { Ipv4 } from '../../../addr/ipv4';
import { type Mac, parseMac } from '../../../addr/mac';
import type { Op } from '../../../host/op';
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import type { IpCommand } from '../ip-object';
import {
  addressOf,
  askKernel,
  deviceNamed,
  EXIT_USAGE,
  type IpWords,
  kernelRefusal,
  wrongArgument,
} from '../ip-words';

type SettableState = Extract<Op, { kind: 'neighbour-replace' }>['state'];

const SETTABLE: readonly SettableState[] = ['permanent', 'reachable', 'stale', 'noarp'];

/** States that the kernel takes from a person too; here only its own doings lead there. */
const UNSETTABLE: ReadonlySet<string> = new Set(['none', 'incomplete', 'delay', 'probe', 'failed']);
const NOT_MODELLED: ReadonlySet<string> = new Set([
  'extern_learn',
  'managed',
  'proxy',
  'protocol',
  'router',
  'use',
]);

interface Wanted {
  device: string | undefined;
  address: Ipv4 | undefined;
  mac: Mac | undefined;
  state: SettableState;
}

export function changeNeighbour(how: 'add' | 'change' | 'replace'): IpCommand {
  return ({ words, netns }) => {
    const { device, address, state, ...wanted } = parseWanted(words);
    const own = deviceNamed(netns, device);
    const row = netns.neighbours.find(own, address);
    const exists = row !== undefined;
    if (how === 'add' && exists) throw kernelRefusal('File exists');
    if (how === 'change' && !exists) throw kernelRefusal('No such file or directory');
    const mac = wanted.mac ?? row?.mac;
    if (mac === undefined) {
      throw kernelRefusal('Invalid argument', 'No link layer address given');
    }
    askKernel(() => applyOp(netns, { kind: 'neighbour-replace', device, address, mac, state }));
    return '';
  };
}

export const deleteNeighbour: IpCommand = ({ words, netns }) => {
  const { device, address } = parseWanted(words);
  deviceNamed(netns, device);
  askKernel(() => applyOp(netns, { kind: 'neighbour-delete', device, address }));
  return '';
};

function parseWanted(words: IpWords): Wanted & { readonly device: string; readonly address: Ipv4 } {
  const wanted: Wanted = {
    device: undefined,
    address: undefined,
    mac: undefined,
    state: 'permanent',
  };
  while (!words.isAtEnd) {
    const word = words.need();
    if (NOT_MODELLED.has(word)) throw notModelled(`ip neigh … ${word}`);
    if (word === 'lladdr') wanted.mac = macOf(words.need());
    else if (word === 'nud') wanted.state = stateNamed(words.need());
    else if (word === 'dev') wanted.device = words.need();
    else wanted.address = addressOf(word === 'to' ? words.need() : word, 'any valid');
  }
  const { device, address, mac, state } = wanted;
  if (device !== undefined && address !== undefined) return { device, address, mac, state };
  throw new CommandError('Device and destination are required arguments.', EXIT_USAGE);
}

export function macOf(text: string): Mac {
  const mac = parseMac(text);
  if (mac === undefined) throw new CommandError(`"${text}" is invalid lladdr.`, 1);
  return mac;
}

function stateNamed(word: string): SettableState {
  if (UNSETTABLE.has(word)) throw notModelled(`ip neigh … nud ${word}`);
  const state = SETTABLE.find((one) => one === word);
  if (state === undefined) throw wrongArgument(word, 'nud state is bad');
  return state;
}
