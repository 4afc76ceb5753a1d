/**
 * Linux "cooked" captures, second version: what tcpdump writes of all interfaces at once.
 */
import { SLL2_SIZE } from '../sll2';
import { dissectEtherType, etherTypeText } from './ether-types';
import { colonHex, hex, named } from './notation';
import type { Reader } from './reader';

const PACKET_TYPES: Readonly<Record<number, string>> = {
  0: 'Unicast to us',
  1: 'Broadcast',
  2: 'Multicast',
  3: 'Unicast to another host',
  4: 'Sent by us',
};

const HARDWARE_TYPES: Readonly<Record<number, string>> = {
  1: 'Ethernet',
  768: 'IPIP tunnel',
  772: 'Loopback',
  65534: 'None',
};

const ADDRESS_ROOM = 8;

export function dissectSll2(reader: Reader): void {
  const { start } = reader;
  reader.begin('SLL');
  reader.octets(start, SLL2_SIZE);
  const node = reader.protocol('sll', 'Linux cooked capture v2', SLL2_SIZE);
  const type = reader.u16(start);
  reader.field(node, 'sll.etype', `Protocol: ${etherTypeText(type)}`, hex(type, 4), start, 2);
  reader.number(node, 'sll.ifindex', 'Interface index', start + 4, 4);
  const hardware = reader.u16(start + 8);
  const hardwareText = `Link-layer address type: ${named(HARDWARE_TYPES, hardware)}`;
  reader.field(node, 'sll.hatype', hardwareText, hardware, start + 8, 2);
  const whose = reader.u8(start + 10);
  const whoseText = `Packet type: ${named(PACKET_TYPES, whose)}`;
  reader.field(node, 'sll.pkttype', whoseText, whose, start + 10, 1);
  const size = reader.number(node, 'sll.halen', 'Link-layer address length', start + 11, 1);
  const used = Math.min(size, ADDRESS_ROOM);
  if (used === 6) {
    const mac = reader.mac(start + 12);
    reader.field(node, 'sll.src.eth', `Source: ${mac}`, mac, start + 12, 6);
    reader.tell({ source: mac });
  } else if (used > 0) {
    const text = colonHex(reader.octets(start + 12, used));
    reader.field(node, 'sll.src.other', `Source: ${text}`, text, start + 12, used);
  }
  if (used < ADDRESS_ROOM) {
    reader.bytesField(node, 'sll.unused', 'Unused', start + 12 + used, ADDRESS_ROOM - used);
  }
  dissectEtherType(type, reader.inner(start + SLL2_SIZE, reader.end));
}
