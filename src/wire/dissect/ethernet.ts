/**
 * Ethernet II, and what may follow the packet inside: padding, trailer and check sequence.
 */
import { ETHERNET_SIZE } from '../ethernet';
import { flagField } from './bits';
import { dissectData } from './data';
import { dissectEtherType, etherTypeText } from './ether-types';
import type { GrowingNode } from './growing-node';
import { shieldFrom } from './malformed';
import { hex } from './notation';
import { packetEnd } from './packet-end';
import type { Reader } from './reader';

/** A type field below this is a length, as IEEE 802.3 had it. */
const SMALLEST_TYPE = 0x600;
/** The shortest frame without its check sequence. */
const SHORTEST = 60;
const FCS_SIZE = 4;

export function dissectEthernet(reader: Reader, mayHaveFcs: boolean): void {
  const { start, end } = reader;
  reader.begin('Ethernet');
  const destination = reader.mac(start);
  reader.tell({ destination });
  const source = reader.mac(start + 6);
  reader.tell({ source });
  const type = reader.u16(start + 12);
  const isLength = type > 0 && type < SMALLEST_TYPE;
  const title = isLength
    ? 'IEEE 802.3 Ethernet '
    : `Ethernet II, Src: ${source}, Dst: ${destination}`;
  const node = reader.protocol('eth', title, ETHERNET_SIZE);
  macField(reader, node, 'eth.dst', 'Destination', start);
  macField(reader, node, 'eth.src', 'Source', start + 6);
  const from = start + ETHERNET_SIZE;
  if (isLength) {
    reader.tell({ info: title });
    reader.number(node, 'eth.len', 'Length', start + 12, 2);
    const to = Math.min(end, from + type);
    dissectData(reader.inner(from, to));
    if (to < end) trailer(reader, node, to, mayHaveFcs);
    return;
  }
  const words = etherTypeText(type);
  reader.field(node, 'eth.type', `Type: ${words}`, hex(type, 4), start + 12, 2);
  const to = packetEnd(type, reader.inner(from, end));
  shieldFrom(reader.inner(from, to), (inner) => dissectEtherType(type, inner));
  if (to < end) trailer(reader, node, to, mayHaveFcs);
}

function macField(
  reader: Reader,
  parent: GrowingNode,
  name: string,
  title: string,
  at: number,
): void {
  const address = reader.mac(at);
  const node = reader.field(parent, name, `${title}: ${address}`, address, at, 6);
  reader.field(node, 'eth.addr', `Address: ${address}`, address, at, 6);
  flagField(reader, node, `${name}.lg`, 'LG bit', { at, size: 3, mask: 0x020000 }, [
    'Globally unique address (factory default)',
    'Locally administered address (this is NOT the factory default)',
  ]);
  flagField(reader, node, `${name}.ig`, 'IG bit', { at, size: 3, mask: 0x010000 }, [
    'Individual address (unicast)',
    'Group address (multicast/broadcast)',
  ]);
}

function trailer(reader: Reader, node: GrowingNode, from: number, mayHaveFcs: boolean): void {
  const { start, end } = reader;
  const hasFcs = mayHaveFcs && end - from >= FCS_SIZE && end - start >= SHORTEST + FCS_SIZE;
  const fcsAt = hasFcs ? end - FCS_SIZE : end;
  const padEnd = Math.min(fcsAt, Math.max(from, start + SHORTEST));
  const isPadded = reader.octets(from, padEnd - from).every((octet) => octet === 0);
  const rest = isPadded ? padEnd : from;
  if (rest > from) reader.bytesField(node, 'eth.padding', 'Padding', from, rest - from);
  if (fcsAt > rest) reader.bytesField(node, 'eth.trailer', 'Trailer', rest, fcsAt - rest);
  if (!hasFcs) return;
  const sum = hex(reader.u32(fcsAt), 8);
  const label = `Frame check sequence: ${sum} [unverified]`;
  reader.field(node, 'eth.fcs', label, sum, fcsAt, FCS_SIZE);
  reader.field(node, 'eth.fcs.status', 'FCS Status: Unverified', 2, fcsAt, 0);
}
