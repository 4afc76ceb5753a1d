/**
 * ICMP messages that come in pairs: echo, and the forgotten ones for information and address masks.
 */
import { ICMP_ECHO_REPLY, ICMP_ECHO_REQUEST, ICMP_SIZE } from '../icmp';
import { dissectData } from './data';
import type { GrowingNode } from './growing-node';
import { icmpTime } from './icmp-time';
import { hex } from './notation';
import type { Reader } from './reader';

const MASK_REQUEST = 17;
const MASK_REPLY = 18;

export function icmpEcho(reader: Reader, node: GrowingNode, type: number): void {
  const { start, end } = reader;
  const id = twoWays(reader, node, 'icmp.ident', 'Identifier', start + 4);
  const sequence = twoWays(reader, node, 'icmp.seq', 'Sequence Number', start + 6);
  const numbers = `id=${hex(id, 4)}, seq=${sequence}/${swapped(sequence)}`;
  reader.append(` ${numbers}, ttl=${reader.around.ttl}`);
  const dataAt = start + ICMP_SIZE;
  if (type === MASK_REQUEST || type === MASK_REPLY) {
    reader.addressField(node, 'icmp.address_mask', 'Address Mask', dataAt);
  } else if (type === ICMP_ECHO_REQUEST || type === ICMP_ECHO_REPLY) {
    const from = dataAt + icmpTime(reader, node, dataAt);
    dissectData(reader.inner(from, end, reader.around, node.children));
  }
}

/** Hosts disagree about the byte order of these numbers: both readings are shown. */
function twoWays(
  reader: Reader,
  node: GrowingNode,
  name: string,
  title: string,
  at: number,
): number {
  const big = reader.u16(at);
  const little = swapped(big);
  reader.field(node, name, `${title} (BE): ${big} (${hex(big, 4)})`, big, at, 2);
  reader.field(node, `${name}_le`, `${title} (LE): ${little} (${hex(little, 4)})`, little, at, 2);
  return big;
}

function swapped(word: number): number {
  return ((word & 0xff) << 8) | (word >>> 8);
}
