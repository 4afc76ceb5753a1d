/**
 * Which address and port a connection gets (`get_unique_tuple` and `nf_nat_l4proto_unique_tuple`,
 * net/netfilter/nf_nat_core.c).
 */
import { type Ipv4, ipv4FromBits } from '../../addr/ipv4';
import { invariant } from '../../base/invariant';
import type { Random } from '../../base/random';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import type { Connection } from '../conntrack/connection';
import type { ConnectionTable } from '../conntrack/connection-table';
import { invertTuple, type Tuple } from '../conntrack/tuple';
import { holdsPort, type PortRange } from '../port-range';
import type { AddressRange, Manipulation, Translation } from './translation';

interface Question {
  readonly connection: Connection;
  readonly manipulation: Manipulation;
  readonly translation: Translation;
  readonly connections: ConnectionTable;
  readonly random: Random;
}

/** NF_NAT_MAX_ATTEMPTS and its lower end: how long the kernel looks for a free port. */
const ATTEMPTS_MAX = 128;
const ATTEMPTS_MIN = 16;

const EVERY_ID: PortRange = { low: 0, high: 0xffff };
const PRIVILEGED_LOW: PortRange = { low: 1, high: 511 };
const PRIVILEGED_HIGH: PortRange = { low: 600, high: 1023 };
const UNPRIVILEGED: PortRange = { low: 1024, high: 0xffff };

/** @param tuple of the connection's packets as they would leave without this translation */
export function uniqueTuple(question: Question, tuple: Tuple): Tuple {
  const { manipulation, translation } = question;
  if (manipulation === 'source' && !isRandom(translation)) {
    const kept = keptTuple(question, tuple);
    if (kept !== undefined) return kept;
  }
  const moved = withAddress(tuple, manipulation, translation);
  if (!isRandom(translation)) {
    const { ports } = translation;
    if (ports === undefined) {
      if (!isTaken(question, moved)) return moved;
    } else if (holdsPort(ports, keyOf(moved, manipulation))) {
      if (ports.low === ports.high || !isTaken(question, moved)) return moved;
    }
  }
  return withFreeKey(question, moved);
}

/** NF_NAT_RANGE_PROTO_RANDOM_ALL is either of the two flags. */
function isRandom({ random, randomFully }: Translation): boolean {
  return random || randomFully;
}

/** The tuple itself where it is in range; else what another connection from the same socket got. */
function keptTuple(question: Question, tuple: Tuple): Tuple | undefined {
  const { translation, connections } = question;
  if (isInRange(tuple, translation)) return isTaken(question, tuple) ? undefined : tuple;
  for (const sibling of connections.fromSameSocket(tuple)) {
    const { source, sourceKey } = sibling.translatedTuple('original');
    const like = withSource(tuple, source, sourceKey);
    if (isInRange(like, translation)) return isTaken(question, like) ? undefined : like;
  }
  return undefined;
}

function isInRange(tuple: Tuple, { addresses, ports }: Translation): boolean {
  const { source, sourceKey } = tuple;
  if (addresses !== undefined && (source < addresses.low || source > addresses.high)) return false;
  return ports === undefined || !hasKey(tuple) || holdsPort(ports, sourceKey);
}

function isTaken({ connections, connection }: Question, tuple: Tuple): boolean {
  const reply = invertTuple(tuple);
  invariant(reply !== undefined, 'only flows that can be answered are translated');
  return connections.isTaken(reply, connection);
}

/** `find_best_ips_proto`: of several addresses always the same one for the same pair of hosts. */
function withAddress(
  tuple: Tuple,
  manipulation: Manipulation,
  { addresses, persistent }: Translation,
): Tuple {
  if (addresses === undefined) return tuple;
  const address = pickAddress(addresses, tuple, persistent ?? false);
  return manipulation === 'source'
    ? withSource(tuple, address, tuple.sourceKey)
    : withDestination(tuple, address, tuple.destinationKey);
}

function pickAddress({ low, high }: AddressRange, tuple: Tuple, persistent: boolean): Ipv4 {
  if (low === high) return low;
  const hash = Math.imul(tuple.source, 0x9e3779b1) ^ (persistent ? 0 : tuple.destination);
  return ipv4FromBits(low + ((Math.imul(hash, 0x85ebca6b) >>> 0) % (high - low + 1)));
}

function withFreeKey(question: Question, tuple: Tuple): Tuple {
  const { manipulation, translation, random } = question;
  const range = searchRange(tuple, manipulation, translation);
  if (range === undefined) return tuple;
  const size = range.high - range.low + 1;
  const startsAnywhere = isRandom(translation) || manipulation === 'source';
  let offset = startsAnywhere ? random.between(0, 0xffff) : 0;
  let attempts = Math.min(size, ATTEMPTS_MAX);
  let candidate = tuple;
  for (;;) {
    for (let attempt = 0; attempt < attempts; attempt++, offset++) {
      candidate = withKey(tuple, manipulation, range.low + (offset % size));
      if (!isTaken(question, candidate)) return candidate;
    }
    // As the kernel gives up: the packet goes on, and dies when its row is not unique.
    if (attempts >= size || attempts < ATTEMPTS_MIN) return candidate;
    attempts = Math.floor(attempts / 2);
    offset = random.between(0, 0xffff);
  }
}

/** The ports among which a free one is sought; `undefined`: this part is not to change. */
function searchRange(
  tuple: Tuple,
  manipulation: Manipulation,
  { ports }: Translation,
): PortRange | undefined {
  if (!hasKey(tuple)) return undefined;
  if (ports !== undefined) return ports;
  if (tuple.protocol === PROTOCOL_ICMP) return EVERY_ID;
  if (manipulation === 'destination') return undefined;
  if (tuple.sourceKey >= 1024) return UNPRIVILEGED;
  return tuple.sourceKey < 512 ? PRIVILEGED_LOW : PRIVILEGED_HIGH;
}

function hasKey({ protocol }: Tuple): boolean {
  return protocol === PROTOCOL_TCP || protocol === PROTOCOL_UDP || protocol === PROTOCOL_ICMP;
}

/** The id of an ICMP query is the same in both directions. */
function keyOf(tuple: Tuple, manipulation: Manipulation): number {
  return manipulation === 'source' || tuple.protocol === PROTOCOL_ICMP
    ? tuple.sourceKey
    : tuple.destinationKey;
}

function withKey(tuple: Tuple, manipulation: Manipulation, key: number): Tuple {
  return manipulation === 'source' || tuple.protocol === PROTOCOL_ICMP
    ? withSource(tuple, tuple.source, key)
    : withDestination(tuple, tuple.destination, key);
}

function withSource(tuple: Tuple, source: Ipv4, sourceKey: number): Tuple {
  const { protocol, destination, destinationKey } = tuple;
  return { protocol, source, destination, sourceKey, destinationKey };
}

function withDestination(tuple: Tuple, destination: Ipv4, destinationKey: number): Tuple {
  const { protocol, source, sourceKey } = tuple;
  return { protocol, source, destination, sourceKey, destinationKey };
}
