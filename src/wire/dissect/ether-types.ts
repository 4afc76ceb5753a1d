/**
 * Which protocol stands behind an EtherType, and what Wireshark calls it.
 */
import { ETHERTYPE_ARP, ETHERTYPE_IPV4 } from '../ethernet';
import { dissectData } from './data';
import { hex } from './notation';
import type { Reader } from './reader';

/** The usual ones of a node's network. */
const NAMES: Readonly<Record<number, string>> = {
  [ETHERTYPE_IPV4]: 'IPv4',
  [ETHERTYPE_ARP]: 'ARP',
  33024: '802.1Q Virtual LAN',
  34525: 'IPv6',
  35020: '802.1 Link Layer Discovery Protocol (LLDP)',
};

/** `IPv4 (0x0800)`. */
export function etherTypeText(etherType: number): string {
  return `${NAMES[etherType] ?? 'Unknown'} (${hex(etherType, 4)})`;
}

export function dissectEtherType(etherType: number, reader: Reader): void {
  const dissector = reader.facts.protocols.etherTypes[etherType];
  if (dissector !== undefined) {
    dissector(reader);
    return;
  }
  reader.tell({ protocol: hex(etherType, 4), info: NAMES[etherType] ?? 'Ethernet II' });
  dissectData(reader);
}
