/**
 * `port 53`, `tcp dst portrange 80-90` (gencode.c of libpcap 1.10, `gen_port`): the ports of the first
 * piece of a packet, over IPv4 or IPv6.
 */
import { ETHERTYPE_IPV4 } from '../../../wire/ethernet';
import type { Direction, Qualifiers, Word } from './expression';
import { filterError } from './filter-error';
import { ETHERTYPE_IPV6, type FilterLink } from './filter-link';
import type { FilterPacket } from './filter-packet';
import {
  type FilterContext,
  IPV6_HEADER,
  isFirstPiece,
  transportAt,
  transportNumber,
} from './filter-program';
import { both, either, equals, holds, type Test } from './filter-test';
import { type PortProtocol, serviceNamed } from './service-names';

interface Ports {
  readonly first: number;
  readonly last: number;
  /** Whose ports these are, where their name says so. */
  readonly only: PortProtocol | undefined;
}

const PORT_MAX = 0xffff;
const WITH_PORTS = ['tcp', 'udp', 'sctp'];

export function compilePorts({ link }: FilterContext, word: Word, qualifiers: Qualifiers): Test {
  const { protocol, direction, address } = qualifiers;
  const kind = address === 'portrange' ? 'portrange' : 'port';
  if (word.kind === 'address') throw filterError(`'${kind}' modifier applied to ip host`);
  if (word.kind === 'mac') throw filterError('ethernet address used in non-ether expression');
  if (word.kind !== 'name' && word.kind !== 'number') {
    throw filterError('Mask syntax for networks only');
  }
  if (protocol !== undefined && !WITH_PORTS.includes(protocol)) {
    throw filterError(`illegal qualifier of '${kind}'`);
  }
  const ports = portsOf(word, kind);
  refuseOthers(word, ports, protocol, kind);
  const wanted = protocol ?? ports.only;
  const numbers = (wanted === undefined ? WITH_PORTS : [wanted]).map((name) => {
    return transportNumber(name) ?? 0;
  });
  return either(over6(link, numbers, ports, direction), over4(link, numbers, ports, direction));
}

function portsOf(word: Word & { kind: 'name' | 'number' }, kind: 'port' | 'portrange'): Ports {
  if (word.kind === 'number') {
    const port = inRange(word.value);
    return { first: port, last: port, only: undefined };
  }
  if (kind === 'port') return namedPort(word.text, `unknown port '${word.text}'`);
  return rangeOf(word.text);
}

function rangeOf(text: string): Ports {
  const unknown = `unknown port in range '${text}'`;
  const digits = /^(\d+)-(\d+)$/.exec(text);
  if (digits !== null) return ordered(inRange(Number(digits[1])), inRange(Number(digits[2])));
  const [from = '', to] = text.split('-', 2);
  const first = namedPort(from, unknown);
  const last = to === undefined ? first : namedPort(to, unknown);
  const range = ordered(first.first, last.first);
  return { ...range, only: first.only === last.only ? first.only : undefined };
}

function ordered(one: number, other: number): Ports {
  return { first: Math.min(one, other), last: Math.max(one, other), only: undefined };
}

function namedPort(name: string, unknown: string): Ports {
  if (/^\d+$/.test(name)) return ordered(inRange(Number(name)), Number(name));
  const service = serviceNamed(name);
  if (service === undefined) throw filterError(unknown);
  const [only, second] = service.protocols;
  return {
    first: service.port,
    last: service.port,
    only: second === undefined ? only : undefined,
  };
}

function inRange(port: number): number {
  if (port <= PORT_MAX) return port;
  throw filterError(`illegal port number ${port} > ${PORT_MAX}`);
}

/** `udp port http`: that name is TCP's. */
function refuseOthers(
  word: Word & { kind: 'name' | 'number' },
  { only }: Ports,
  protocol: string | undefined,
  kind: 'port' | 'portrange',
): void {
  if (protocol === undefined || only === undefined || only === protocol) return;
  const text = word.kind === 'name' ? word.text : String(word.value);
  throw filterError(`port ${kind === 'portrange' ? 'in range ' : ''}'${text}' is ${only}`);
}

function over4(
  link: FilterLink,
  numbers: readonly number[],
  ports: Ports,
  direction: Direction | undefined,
): Test {
  const has = hasPorts(ports, direction, (packet) => transportAt(packet, link), 'ip');
  const isOne = oneOf(link.payloadAt + 9, numbers);
  return both(link.isOfType(ETHERTYPE_IPV4), both(isOne, both(isFirstPiece(link), has)));
}

function over6(
  link: FilterLink,
  numbers: readonly number[],
  ports: Ports,
  direction: Direction | undefined,
): Test {
  const has = hasPorts(ports, direction, () => link.payloadAt + IPV6_HEADER, 'ip6');
  const isOne = oneOf(link.payloadAt + 6, numbers);
  return both(link.isOfType(ETHERTYPE_IPV6), both(isOne, has));
}

function oneOf(at: number, numbers: readonly number[]): Test {
  return numbers.map((number) => equals(at, 1, number)).reduce(either);
}

function hasPorts(
  { first, last }: Ports,
  direction: Direction | undefined,
  start: (packet: FilterPacket) => number,
  over: 'ip' | 'ip6',
): Test {
  const fits = (at: number): Test => {
    return holds(`${over} port ${at} ${first}-${last}`, (packet) => {
      const port = packet.load(start(packet) + at, 2);
      return port >= first && port <= last;
    });
  };
  return inDirection(direction, fits(0), fits(2));
}

/** The source's test, the destination's, or how they are joined. */
export function inDirection(
  direction: Direction | undefined,
  source: Test,
  destination: Test,
): Test {
  if (direction === 'src') return source;
  if (direction === 'dst') return destination;
  return direction === 'src and dst' ? both(source, destination) : either(source, destination);
}
