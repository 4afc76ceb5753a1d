/**
 * Filters as tcpdump takes them: text in, and out comes a question that can be asked of every frame.
 * The truth stands in gencode.c of libpcap 1.10; as there, a filter looks at the outer header only.
 *
 * Of its optimizer only this is here, that a filter which no packet can pass is refused. It also
 * leaves out questions whose answer does not matter, and then does not miss what they would load.
 */
import { unreachable } from '../../../base/invariant';
import { ETHERTYPE_IPV4 } from '../../../wire/ethernet';
import { SLL_OUTGOING } from '../../../wire/sll2';
import { notModelled } from '../../command';
import { compileRelation } from './compile-arithmetic';
import { compileHosts } from './compile-hosts';
import { compilePorts } from './compile-ports';
import type { Expression, Primitive, Qualifiers, Word } from './expression';
import { filterError } from './filter-error';
import { ETHERTYPE_IPV6, filterLinkOf } from './filter-link';
import { etherNumber, type FilterNames, protocolNumber } from './filter-names';
import { FilterPacket, type SeenBy } from './filter-packet';
import { carries, type FilterContext, isProtocol } from './filter-program';
import { both, either, equals, holds, predicateOf, rejectsAll, type Test } from './filter-test';
import { parseFilter } from './parse-filter';

/** Whether a frame fits; `seenBy` is unknown where it comes from a file. */
export type Filter = (bytes: Uint8Array, wireLength: number, seenBy: SeenBy | undefined) => boolean;

/**
 * Throws `CommandError` with tcpdump's words where the text is no filter.
 * @param text as it was typed, without blanks at its ends
 */
export function compileFilter(
  text: string,
  linkType: number,
  names: FilterNames,
  isLive: boolean,
): Filter {
  if (text === '') return () => true;
  const context: FilterContext = { link: filterLinkOf(linkType), names, isLive };
  const expression = parseFilter(text, (primitive) => {
    compilePrimitive(context, primitive);
  });
  const program = compile(context, expression);
  if (rejectsAll(program)) throw filterError('expression rejects all packets');
  const test = predicateOf(program);
  return (bytes, wireLength, seenBy) => {
    const packet = new FilterPacket(bytes, wireLength, seenBy);
    return test(packet) && !packet.isRefused;
  };
}

function compile(context: FilterContext, expression: Expression): Test {
  switch (expression.kind) {
    case 'not':
      return { kind: 'not', of: compile(context, expression.of) };
    case 'and':
      return both(compile(context, expression.left), compile(context, expression.right));
    case 'or':
      return either(compile(context, expression.left), compile(context, expression.right));
    default:
      return compilePrimitive(context, expression);
  }
}

function compilePrimitive(context: FilterContext, primitive: Primitive): Test {
  switch (primitive.kind) {
    case 'word':
      return compileWord(context, primitive.word, primitive.qualifiers);
    case 'protocol':
      return knownProtocol(context, primitive.protocol);
    case 'broadcast':
      return isBroadcast(context, primitive.protocol);
    case 'multicast':
      return isMulticast(context, primitive.protocol);
    case 'less':
      return holds(`len <= ${primitive.value}`, (packet) => packet.wireLength <= primitive.value);
    case 'greater':
      return holds(`len >= ${primitive.value}`, (packet) => packet.wireLength >= primitive.value);
    case 'ifindex':
      return hasIndex(context, primitive.value);
    case 'inbound':
    case 'outbound':
      return hasDirection(context, primitive.kind === 'outbound');
    case 'relation':
      return compileRelation(context, primitive.relation, primitive.left, primitive.right);
    default:
      return unreachable(primitive);
  }
}

function compileWord(context: FilterContext, word: Word, qualifiers: Qualifiers | undefined): Test {
  if (qualifiers === undefined) throw filterError('syntax error in filter expression');
  switch (qualifiers.address) {
    case undefined:
    case 'host':
    case 'net':
      return compileHosts(context, word, qualifiers);
    case 'port':
    case 'portrange':
      return compilePorts(context, word, qualifiers);
    case 'proto':
      return compileProtocol(context, word, qualifiers.protocol);
    case 'protochain':
      throw notModelled('the filter primitive protochain');
    case 'gateway':
      throw filterError(
        word.kind === 'name'
          ? "'gateway' not supported in this configuration"
          : "'gateway' requires a name",
      );
    default:
      return unreachable(qualifiers.address);
  }
}

function compileProtocol(context: FilterContext, word: Word, over: string | undefined): Test {
  if (word.kind === 'address') throw filterError("'proto' modifier applied to ip host");
  if (word.kind === 'mac') throw filterError('ethernet address used in non-ether expression');
  if (word.kind !== 'name' && word.kind !== 'number') {
    throw filterError('Mask syntax for networks only');
  }
  const number = word.kind === 'number' ? word.value : numberNamed(word.text, over);
  if (over === undefined || over === 'ip' || over === 'ip6') {
    return carries(context.link, number, over);
  }
  if (over === 'link') return context.link.isOfType(number);
  if (over === 'arp' || over === 'rarp') {
    throw filterError(`${over} does not encapsulate another protocol`);
  }
  throw filterError(`'${over} proto' is bogus`);
}

function numberNamed(name: string, over: string | undefined): number {
  const isLink = over === 'link';
  const number = isLink ? etherNumber(name) : protocolNumber(name);
  const hasNames = isLink || over === undefined || over === 'ip' || over === 'ip6';
  if (!hasNames) throw filterError(`unknown protocol: ${name}`);
  if (number === undefined) throw filterError(`unknown ${isLink ? 'ether' : 'ip'} proto '${name}'`);
  return number;
}

function knownProtocol({ link }: FilterContext, protocol: string): Test {
  const test = isProtocol(link, protocol);
  if (test === undefined) throw notModelled(`the filter primitive ${protocol}`);
  return test;
}

/** Over IP these are all zeros and all ones: tcpdump gives libpcap no netmask. */
function isBroadcast({ link }: FilterContext, protocol: string | undefined): Test {
  if (protocol === 'ip') {
    const destination = link.payloadAt + 16;
    const isEverybody = either(equals(destination, 4, 0), equals(destination, 4, 0xffffffff));
    return both(link.isOfType(ETHERTYPE_IPV4), isEverybody);
  }
  if (protocol !== undefined && protocol !== 'link') {
    throw filterError('only link-layer/IP broadcast filters supported');
  }
  if (!link.hasMacs) throw filterError('not a broadcast link');
  return both(equals(2, 4, 0xffffffff), equals(0, 2, 0xffff));
}

function isMulticast({ link }: FilterContext, protocol: string | undefined): Test {
  if (protocol === 'ip') {
    const isGroup = holds('ip multicast', (packet) => {
      return packet.load(link.payloadAt + 16, 1) >= 224;
    });
    return both(link.isOfType(ETHERTYPE_IPV4), isGroup);
  }
  if (protocol === 'ip6') {
    return both(link.isOfType(ETHERTYPE_IPV6), equals(link.payloadAt + 24, 1, 255));
  }
  if (link.hasMacs && (protocol === undefined || protocol === 'link')) {
    return { kind: 'not', of: equals(0, 1, 0, 1) };
  }
  const where = 'ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel';
  throw filterError(`link-layer multicast filters supported only on ${where}`);
}

function hasIndex({ link, isLive }: FilterContext, index: number): Test {
  const { indexAt } = link;
  if (indexAt !== undefined) return equals(indexAt, 4, index);
  if (isLive) return holds(`ifindex ${index}`, (packet) => packet.seenBy?.interfaceIndex === index);
  throw filterError(`ifindex not supported on ${link.description} when reading savefiles`);
}

function hasDirection({ link, isLive }: FilterContext, isOutbound: boolean): Test {
  const { packetTypeAt } = link;
  if (packetTypeAt !== undefined) {
    const isOutgoing = equals(packetTypeAt, 1, SLL_OUTGOING);
    return isOutbound ? isOutgoing : { kind: 'not', of: isOutgoing };
  }
  if (isLive)
    return holds(`outbound ${isOutbound}`, (packet) => packet.seenBy?.isOutgoing === isOutbound);
  throw filterError(`inbound/outbound not supported on ${link.description} when reading savefiles`);
}
