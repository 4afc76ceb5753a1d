/**
 * Which rows `ip neigh show` and `ip neigh flush` are about (`do_show_or_flush`, iproute2 6.1).
 */
import { cidrContains, type InterfaceAddress } from '../../../addr/cidr';
import type { Neighbour, NeighbourState } from '../../../kernel/neighbour/neighbour';
import type { Netns } from '../../../kernel/netns';
import { notModelled } from '../../command';
import { deviceNamed, type IpWords, prefixOf, wrongArgument } from '../ip-words';

interface NeighbourFilter {
  device: string | undefined;
  address: InterfaceAddress | undefined;
  states: readonly NeighbourState[] | undefined;
  /** Addresses that the host answers for by list (`ip neigh add proxy`); there is no such list here. */
  isProxy: boolean;
}

const NOT_MODELLED: ReadonlySet<string> = new Set(['master', 'nomaster', 'vrf', 'extern_learn']);

const STATES: readonly NeighbourState[] = [
  'none',
  'incomplete',
  'reachable',
  'stale',
  'delay',
  'probe',
  'failed',
  'permanent',
  'noarp',
];

export function parseNeighbourFilter(words: IpWords, netns: Netns): NeighbourFilter {
  const filter: NeighbourFilter = {
    device: undefined,
    address: undefined,
    states: undefined,
    isProxy: false,
  };
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'dev') filter.device = deviceNamed(netns, words.need()).name;
    else if (word === 'proxy') filter.isProxy = true;
    else if (NOT_MODELLED.has(word)) throw notModelled(`ip neigh show ${word}`);
    // Nobody holds on to a row while ip looks at it.
    else if (word === 'unused') continue;
    else if (word === 'nud')
      filter.states = [...(filter.states ?? []), ...statesNamed(words.need())];
    else filter.address = prefixOf(word === 'to' ? words.need() : word);
  }
  return filter;
}

function statesNamed(word: string): readonly NeighbourState[] {
  if (word === 'all') return STATES;
  const state = STATES.find((one) => one === word);
  if (state === undefined) throw wrongArgument(word, 'nud state is bad');
  return [state];
}

/** @param usual the states that count where `nud` names none */
export function rowsOf(
  netns: Netns,
  { device, address, states }: NeighbourFilter,
  usual: (state: NeighbourState) => boolean,
): readonly Neighbour[] {
  return [...netns.neighbours.rows()].filter(
    (row) =>
      (device === undefined || row.device.name === device) &&
      (address === undefined || cidrContains(address, row.address)) &&
      (states === undefined ? usual(row.state) : states.includes(row.state)),
  );
}
