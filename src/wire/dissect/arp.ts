/**
 * ARP (RFC 826), told apart as RFC 5227 does: requests, probes, announcements and the gratuitous.
 */

import { etherTypeText } from './ether-types';
import type { GrowingNode } from './growing-node';
import { colonHex, hex, named, plainHex } from './notation';
import type { Reader } from './reader';

const HEADER_SIZE = 8;
const HARDWARE: Readonly<Record<number, string>> = { 1: 'Ethernet', 6: 'IEEE 802' };
const OPERATIONS: Readonly<Record<number, string>> = {
  1: 'request',
  2: 'reply',
  3: 'reverse request',
  4: 'reverse reply',
};
const REQUEST = 1;
const REPLY = 2;
const NOBODY = '0.0.0.0';
const NO_MAC = '00:00:00:00:00:00';

/** Whose hardware and protocol address, as text. */
interface Party {
  readonly mac: string;
  readonly ip: string;
}

interface Sizes {
  readonly hardware: number;
  readonly protocol: number;
  readonly isIpv4: boolean;
}

export function dissectArp(reader: Reader): void {
  const { start } = reader;
  reader.begin('ARP/RARP', 'ARP');
  reader.u16(start);
  const title = 'Address Resolution Protocol';
  const node = reader.protocol('arp', title);
  const hardware = reader.u16(start);
  const hardwareText = named(HARDWARE, hardware);
  reader.field(node, 'arp.hw.type', `Hardware type: ${hardwareText}`, hardware, start, 2);
  const type = reader.u16(start + 2);
  const typeText = `Protocol type: ${etherTypeText(type)}`;
  reader.field(node, 'arp.proto.type', typeText, hex(type, 4), start + 2, 2);
  const sizes = {
    hardware: reader.number(node, 'arp.hw.size', 'Hardware size', start + 4, 1),
    protocol: reader.number(node, 'arp.proto.size', 'Protocol size', start + 5, 1),
    isIpv4: type === 0x0800,
  };
  const operation = reader.u16(start + 6);
  const operationText = `Opcode: ${named(OPERATIONS, operation)}`;
  reader.field(node, 'arp.opcode', operationText, operation, start + 6, 2);
  const senderAt = start + HEADER_SIZE;
  const targetAt = senderAt + sizes.hardware + sizes.protocol;
  const target = partyAt(reader, targetAt, sizes);
  const sender = partyAt(reader, senderAt, sizes);
  node.length = targetAt + sizes.hardware + sizes.protocol - start;
  const kind = kindOf(operation, sender, target);
  node.label = `${title} (${kind.title ?? OPERATIONS[operation] ?? `opcode ${hex(operation, 4)}`})`;
  for (const [name, words] of kind.marks) {
    reader.field(node, name, `${words}: True`, 1, start, 0);
  }
  partyFields(reader, node, 'src', 'Sender', senderAt, sizes);
  partyFields(reader, node, 'dst', 'Target', targetAt, sizes);
  if (operation > REPLY) reader.tell({ protocol: operation < 5 ? 'RARP' : 'ARP' });
  reader.tell({ info: kind.info });
}

function partyAt(reader: Reader, at: number, sizes: Sizes): Party {
  const octets = reader.octets(at + sizes.hardware, sizes.protocol);
  return {
    mac: colonHex(reader.octets(at, sizes.hardware)),
    ip: sizes.isIpv4 ? octets.join('.') : plainHex(octets),
  };
}

function partyFields(
  reader: Reader,
  node: GrowingNode,
  side: 'src' | 'dst',
  who: 'Sender' | 'Target',
  at: number,
  { hardware, protocol, isIpv4 }: Sizes,
): void {
  if (hardware === 6) {
    const mac = reader.mac(at);
    reader.field(node, `arp.${side}.hw_mac`, `${who} MAC address: ${mac}`, mac, at, 6);
  } else if (hardware > 0) {
    reader.bytesField(node, `arp.${side}.hw`, `${who} hardware address`, at, hardware);
  }
  const ipAt = at + hardware;
  if (isIpv4 && protocol === 4) {
    reader.addressField(node, `arp.${side}.proto_ipv4`, `${who} IP address`, ipAt);
  } else if (protocol > 0) {
    reader.bytesField(node, `arp.${side}.proto`, `${who} protocol address`, ipAt, protocol);
  }
}

interface ArpKind {
  /** Where it has a name of its own. */
  readonly title?: string;
  readonly marks: readonly (readonly [name: string, words: string])[];
  readonly info: string;
}

const GRATUITOUS = ['arp.isgratuitous', 'Is gratuitous'] as const;
const PROBE = ['arp.isprobe', 'Is probe'] as const;
const ANNOUNCEMENT = ['arp.isannouncement', 'Is announcement'] as const;

function kindOf(operation: number, sender: Party, target: Party): ArpKind {
  const isOwn = sender.ip === target.ip;
  if (operation === REQUEST) return isOwn ? ownRequest(sender, target) : request(sender, target);
  if (operation === REPLY && isOwn) {
    const info = `Gratuitous ARP for ${sender.ip} (Reply)`;
    return { title: 'reply/gratuitous ARP', marks: [GRATUITOUS], info };
  }
  return { marks: [], info: answerInfo(operation, sender, target) };
}

function ownRequest(sender: Party, target: Party): ArpKind {
  if (target.mac === NO_MAC) {
    const info = `ARP Announcement for ${sender.ip}`;
    return { title: 'ARP Announcement', marks: [GRATUITOUS, ANNOUNCEMENT], info };
  }
  const info = `Gratuitous ARP for ${sender.ip} (Request)`;
  return { title: 'request/gratuitous ARP', marks: [GRATUITOUS], info };
}

function request(sender: Party, target: Party): ArpKind {
  if (sender.ip === NOBODY && target.mac === NO_MAC) {
    return { title: 'ARP Probe', marks: [PROBE], info: `Who has ${target.ip}? (ARP Probe)` };
  }
  return { marks: [], info: `Who has ${target.ip}? Tell ${sender.ip}` };
}

function answerInfo(operation: number, sender: Party, target: Party): string {
  switch (operation) {
    case REPLY:
      return `${sender.ip} is at ${sender.mac}`;
    case 3:
      return `Who is ${target.mac}? Tell ${sender.mac}`;
    case 4:
      return `${target.mac} is at ${target.ip}`;
    default:
      return `Unknown ARP opcode ${hex(operation, 4)}`;
  }
}
