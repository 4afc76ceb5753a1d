/**
 * `-m conntrack [!] --ctstate STATES` and its older form `-m state [!] --state STATES`
 * (iptables-extensions(8), "conntrack"; Linux: net/netfilter/xt_conntrack.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule, Predicate } from '../match';
import { negation } from '../options';
import type { NetfilterPacket } from '../packet';

/** `SNAT` and `DNAT` are no states of the tracker: they say that the connection is translated. */
export type CtState = 'INVALID' | 'NEW' | 'RELATED' | 'ESTABLISHED' | 'UNTRACKED' | 'SNAT' | 'DNAT';

export interface ConntrackMatch {
  readonly kind: 'conntrack';
  /** In iptables' order: see `CT_STATES`. */
  readonly states: readonly CtState[];
  readonly inverted: boolean;
}

export interface StateMatch {
  readonly kind: 'state';
  readonly states: readonly CtState[];
  readonly inverted: boolean;
}

/** The order in which iptables prints them, whatever the order in which they were given. */
export const CT_STATES = [
  'INVALID',
  'NEW',
  'RELATED',
  'ESTABLISHED',
  'UNTRACKED',
  'SNAT',
  'DNAT',
] as const satisfies readonly CtState[];

const STATES_WITHOUT_NAT = CT_STATES.slice(0, 5);

export const conntrack: MatchModule<ConntrackMatch> = {
  name: 'conntrack',
  options: { '--ctstate': 1 },

  build(options) {
    if (options.isEmpty) throw parameterProblem('conntrack: At least one option is required');
    const { values, inverted } = options.require('--ctstate');
    const states = parseStates(values[0] ?? '', 'ctstate', CT_STATES);
    return { kind: 'conntrack', states, inverted };
  },

  render: ({ states, inverted }) =>
    `-m conntrack ${negation(inverted)}--ctstate ${inOrder(states).join()}`,
  list: ({ states, inverted }) => `${negation(inverted)}ctstate ${inOrder(states).join()}`,
  compile: ({ states, inverted }) => stateFits(states, inverted),
};

export const state: MatchModule<StateMatch> = {
  name: 'state',
  options: { '--state': 1 },

  build(options) {
    const { values, inverted } = options.require('--state');
    const states = parseStates(values[0] ?? '', 'state', STATES_WITHOUT_NAT);
    return { kind: 'state', states, inverted };
  },

  render: ({ states, inverted }) =>
    `-m state ${negation(inverted)}--state ${inOrder(states).join()}`,
  list: ({ states, inverted }) => `${negation(inverted)}state ${inOrder(states).join()}`,
  compile: ({ states, inverted }) => stateFits(states, inverted),
};

function parseStates(text: string, option: string, known: readonly CtState[]): readonly CtState[] {
  const states = text.split(',').map((word) => {
    const found = known.find((one) => one === word.toUpperCase());
    if (found === undefined) throw parameterProblem(`Bad ${option} "${word}"`);
    return found;
  });
  return inOrder(states);
}

function inOrder(states: readonly CtState[]): readonly CtState[] {
  return CT_STATES.filter((state) => states.includes(state));
}

function stateFits(states: readonly CtState[], inverted: boolean): Predicate {
  const wanted = states.reduce((bits, one) => bits | (1 << CT_STATES.indexOf(one)), 0);
  return (packet) => ((wanted & stateBits(packet)) !== 0) !== inverted;
}

function stateBits({ ctState, connection }: NetfilterPacket): number {
  switch (ctState) {
    case 'invalid':
      return 1;
    case 'untracked':
      return 1 << 4;
    case 'new':
      return (1 << 1) | natBits(connection);
    case 'related':
      return (1 << 2) | natBits(connection);
    case 'established':
      return (1 << 3) | natBits(connection);
    case undefined:
      // Before the tracker has seen it, there is no connection: `nf_ct_get` answers NULL.
      return 1;
  }
}

function natBits(connection: NetfilterPacket['connection']): number {
  if (connection === undefined) return 0;
  return (
    (connection.isSourceTranslated ? 1 << 5 : 0) | (connection.isDestinationTranslated ? 1 << 6 : 0)
  );
}
