/**
 * What Felix's rules ask of a packet (felix/iptables/match_builder.go): one function or constant for
 * each, with Felix's spelling beside netfilter's value. A mask that is cleared is spelt `0/0x10000`.
 */
import { cidr } from '../../../addr/cidr';
import type { Match } from '../../../netfilter/matches/index';
import type { FelixMatch } from './felix-rule';

/** All these bits are zero. */
export function markClear(bits: number): FelixMatch {
  return {
    text: `-m mark --mark 0/${hex(bits)}`,
    match: { kind: 'mark', value: 0, mask: bits, inverted: false },
  };
}

// Most rules of a pod ask for the accept bit: they share one object.
const setMatches = new Map<number, FelixMatch>();

/** All these bits are set. */
export function markSet(bits: number): FelixMatch {
  const known = setMatches.get(bits);
  if (known !== undefined) return known;
  const made: FelixMatch = {
    text: `-m mark --mark ${hex(bits)}/${hex(bits)}`,
    match: { kind: 'mark', value: bits, mask: bits, inverted: false },
  };
  setMatches.set(bits, made);
  return made;
}

/** A name, or a beginning of names that ends in `+`. */
export function inInterface(name: string): FelixMatch {
  return {
    text: `--in-interface ${name}`,
    match: { kind: 'in-interface', name, inverted: false },
  };
}

export function outInterface(name: string): FelixMatch {
  return {
    text: `--out-interface ${name}`,
    match: { kind: 'out-interface', name, inverted: false },
  };
}

const PROTOCOL_NUMBERS = { tcp: 6, udp: 17 };

/** Felix writes the protocol as whoever asked for it did: by name or by number. */
export function protocol(wanted: keyof typeof PROTOCOL_NUMBERS | number): FelixMatch {
  const number = typeof wanted === 'number' ? wanted : PROTOCOL_NUMBERS[wanted];
  return { text: `-p ${wanted}`, match: { kind: 'protocol', protocol: number, inverted: false } };
}

export function source(prefix: string): FelixMatch {
  return {
    text: `--source ${prefix}`,
    match: { kind: 'source', prefix: cidr(prefix), inverted: false },
  };
}

export function destination(prefix: string): FelixMatch {
  return {
    text: `--destination ${prefix}`,
    match: { kind: 'destination', prefix: cidr(prefix), inverted: false },
  };
}

export function sourceSet(set: string): FelixMatch {
  return { text: `-m set --match-set ${set} src`, match: setMatch(set, 'src', false) };
}

export function destinationSet(set: string): FelixMatch {
  return { text: `-m set --match-set ${set} dst`, match: setMatch(set, 'dst', false) };
}

export function notDestinationSet(set: string): FelixMatch {
  return { text: `-m set ! --match-set ${set} dst`, match: setMatch(set, 'dst', true) };
}

export function sourcePorts(ports: readonly number[]): FelixMatch {
  return {
    text: `-m multiport --source-ports ${ports.join(',')}`,
    match: portsMatch('sports', ports),
  };
}

export function destinationPorts(ports: readonly number[]): FelixMatch {
  return {
    text: `-m multiport --destination-ports ${ports.join(',')}`,
    match: portsMatch('dports', ports),
  };
}

export const ESTABLISHED: FelixMatch = {
  text: '-m conntrack --ctstate RELATED,ESTABLISHED',
  match: { kind: 'conntrack', states: ['RELATED', 'ESTABLISHED'], inverted: false },
};

export const INVALID: FelixMatch = {
  text: '-m conntrack --ctstate INVALID',
  match: { kind: 'conntrack', states: ['INVALID'], inverted: false },
};

/** DNAT has given the connection another destination. */
export const DESTINATION_TRANSLATED: FelixMatch = {
  text: '-m conntrack --ctstate DNAT',
  match: { kind: 'conntrack', states: ['DNAT'], inverted: false },
};

export const DESTINATION_AS_SENT: FelixMatch = {
  text: '-m conntrack ! --ctstate DNAT',
  match: { kind: 'conntrack', states: ['DNAT'], inverted: true },
};

const LOCAL = { types: ['LOCAL'], inverted: false } as const;

export const SOURCE_LOCAL: FelixMatch = {
  text: '-m addrtype --src-type LOCAL',
  match: { kind: 'addrtype', source: LOCAL, destination: undefined, limitInterface: undefined },
};

export const DESTINATION_LOCAL: FelixMatch = {
  text: '-m addrtype --dst-type LOCAL',
  match: { kind: 'addrtype', source: undefined, destination: LOCAL, limitInterface: undefined },
};

/** The source is not an address of the interface that the packet leaves by. */
export const NOT_ADDRESS_OF_OUT_INTERFACE: FelixMatch = {
  text: '-m addrtype ! --src-type LOCAL --limit-iface-out',
  match: {
    kind: 'addrtype',
    source: { types: ['LOCAL'], inverted: true },
    destination: undefined,
    limitInterface: 'out',
  },
};

/** The way back to the source does not lead out of the interface that the packet came in by. */
export const REVERSE_PATH_FAILS: FelixMatch = {
  text: '-m rpfilter --invert --validmark',
  match: { kind: 'rpfilter', loose: false, validMark: true, acceptLocal: false, inverted: true },
};

function setMatch(name: string, direction: 'src' | 'dst', inverted: boolean): Match {
  return { kind: 'set', name, directions: [direction], inverted };
}

function portsMatch(end: 'sports' | 'dports', ports: readonly number[]): Match {
  const ranges = ports.map((port) => ({ low: port, high: port }));
  return { kind: 'multiport', ports: end, ranges, inverted: false };
}

function hex(bits: number): string {
  return `0x${bits.toString(16)}`;
}
