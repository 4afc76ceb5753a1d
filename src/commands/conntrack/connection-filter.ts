/** Which connections the options of conntrack mean (`nfct_filter`, src/conntrack.c). */
import { type Cidr, cidrContains, cidrOf, parseCidr } from '../../addr/cidr';
import { type Ipv4, parseIpv4 } from '../../addr/ipv4';
import type { Connection } from '../../netfilter/conntrack/connection';
import { parseProtocol } from '../../netfilter/ip-protocols';
import { EVERY_BIT, parseUnsigned } from '../../netfilter/options';
import { type ConntrackLine, problem } from './conntrack-line';

type Filter = (connection: Connection) => boolean;

const TCP_STATES: ReadonlySet<string> = new Set(
  `NONE SYN_SENT SYN_RECV ESTABLISHED FIN_WAIT CLOSE_WAIT LAST_ACK TIME_WAIT CLOSE LISTEN
  SYN_SENT2`.split(/\s+/),
);

/** @param option what follows it */
type FilterOf = (value: string) => Filter;

const FILTERS: Readonly<Record<string, FilterOf>> = {
  'orig-src': address(({ original }) => original.source),
  'orig-dst': address(({ original }) => original.destination),
  'reply-src': address(({ reply }) => reply.source),
  'reply-dst': address(({ reply }) => reply.destination),
  sport: port(({ original }) => original.sourceKey),
  dport: port(({ original }) => original.destinationKey),
  'reply-port-src': port(({ reply }) => reply.sourceKey),
  'reply-port-dst': port(({ reply }) => reply.destinationKey),
  protonum: protocol,
  state: tcpState,
  family,
  mark,
  status,
  zone: (value) => () => Number(value) === 0,
  'src-nat': sourceNat,
  'dst-nat': destinationNat,
  'any-nat': (value) => {
    const [bySource, byDestination] = [sourceNat(value), destinationNat(value)];
    return (connection) => bySource(connection) || byDestination(connection);
  },
};

export function connectionFilter({ options, table }: ConntrackLine): Filter {
  const filters = [...options].flatMap(([name, value]) => FILTERS[name]?.(value) ?? []);
  return (connection) => table === 'conntrack' && filters.every((holds) => holds(connection));
}

function address(addressOf: (connection: Connection) => Ipv4): FilterOf {
  return (value) => {
    const network = parseNetwork(value);
    return (connection) => cidrContains(network, addressOf(connection));
  };
}

function parseNetwork(text: string): Cidr {
  const only = parseIpv4(text);
  const network = only === undefined ? parseCidr(text) : cidrOf(only, 32);
  if (network === undefined) throw problem(`Invalid IP address \`${text}'`);
  return network;
}

function port(portOf: (connection: Connection) => number): FilterOf {
  return (value) => {
    const wanted = parseUnsigned(value);
    return (connection) => portOf(connection) === wanted;
  };
}

function protocol(value: string): Filter {
  const wanted = parseProtocol(value);
  if (wanted === undefined) throw problem(`\`${value}' unsupported protocol`);
  return ({ original }) => original.protocol === wanted;
}

function tcpState(value: string): Filter {
  if (!TCP_STATES.has(value)) throw problem(`unknown TCP state \`${value}'`);
  return ({ tcp }) => tcp?.state === value;
}

function family(value: string): Filter {
  if (value !== 'ipv4' && value !== 'ipv6') throw problem(`\`${value}' unsupported protocol`);
  return () => value === 'ipv4';
}

function mark(value: string): Filter {
  const [wanted = 0, mask = EVERY_BIT] = value.split('/').map(parseUnsigned);
  return (connection) => (connection.mark & mask) >>> 0 === wanted;
}

function status(value: string): Filter {
  const holds: Readonly<Record<string, Filter>> = {
    ASSURED: ({ isAssured }) => isAssured,
    SEEN_REPLY: ({ hasSeenReply }) => hasSeenReply,
    UNREPLIED: ({ hasSeenReply }) => !hasSeenReply,
    SRC_NAT: (connection) => connection.isSourceTranslated,
    DST_NAT: (connection) => connection.isDestinationTranslated,
    CONFIRMED: ({ isConfirmed }) => isConfirmed,
  };
  const wanted = value.split(',').map((word) => {
    const one = holds[word];
    if (one === undefined) throw problem(`Bad parameter \`${word}'`);
    return one;
  });
  return (connection) => wanted.every((one) => one(connection));
}

/** Where an address is given, it must be the one that NAT has put in. */
function nat(
  isTranslated: Filter,
  newAddress: (connection: Connection) => Ipv4,
  oldAddress: (connection: Connection) => Ipv4,
): FilterOf {
  return (value) => {
    if (value === '') return isTranslated;
    const isWanted = address(newAddress)(value);
    return (connection) =>
      isTranslated(connection) &&
      newAddress(connection) !== oldAddress(connection) &&
      isWanted(connection);
  };
}

function sourceNat(value: string): Filter {
  return nat(
    isSourceTranslated,
    ({ reply }) => reply.destination,
    ({ original }) => original.source,
  )(value);
}

function destinationNat(value: string): Filter {
  return nat(
    isDestinationTranslated,
    ({ reply }) => reply.source,
    ({ original }) => original.destination,
  )(value);
}

/**
 * `NFCT_GOPT_IS_SNAT` or `IS_SPAT`: NAT has been asked, and the answer goes elsewhere than the first
 * packet came from. An ICMP query always looks so: its id is compared with the answer's type.
 */
function isSourceTranslated({ isSourceBound, original, reply }: Connection): boolean {
  const isElsewhere =
    reply.destination !== original.source || reply.destinationKey !== original.sourceKey;
  return isSourceBound && isElsewhere;
}

function isDestinationTranslated({ isDestinationBound, original, reply }: Connection): boolean {
  const isElsewhere =
    reply.source !== original.destination || reply.sourceKey !== original.destinationKey;
  return isDestinationBound && isElsewhere;
}
