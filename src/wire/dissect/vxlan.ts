/**
 * VXLAN (RFC 7348), with the bits of its group policy extension, and the frame inside.
 */
import { VXLAN_SIZE } from '../vxlan';
import { bitsAt, bitsField, flagField } from './bits';
import { dissectEthernet } from './ethernet';
import { hex } from './notation';
import type { Reader } from './reader';

const TRUTH = ['False', 'True'] as const;
const RESERVED = 0x77b7;

const FLAGS: readonly {
  readonly name: string;
  readonly title: string;
  readonly mask: number;
  readonly words: readonly [string, string];
}[] = [
  { name: 'g', title: 'GBP Extension', mask: 0x8000, words: ['Not defined', 'Defined'] },
  { name: 'i', title: 'VXLAN Network ID (VNI)', mask: 0x0800, words: TRUTH },
  { name: 'd', title: "Don't Learn", mask: 0x0040, words: TRUTH },
  { name: 'a', title: 'Policy Applied', mask: 0x0008, words: TRUTH },
];

export function dissectVxlan(reader: Reader): void {
  const at = reader.start;
  reader.begin('VXLAN', 'VxLAN');
  const length = Math.min(VXLAN_SIZE, reader.end - at);
  const node = reader.protocol('vxlan', 'Virtual eXtensible Local Area Network', length);
  const flags = reader.u16(at);
  const set = FLAGS.filter(({ mask }) => (flags & mask) !== 0).map(({ title }) => `, ${title}`);
  const label = `Flags: ${hex(flags, 4)}${set.join('')}`;
  const field = reader.field(node, 'vxlan.flags', label, hex(flags, 4), at, 2);
  for (const { name, title, mask, words } of FLAGS) {
    flagField(reader, field, `vxlan.flag_${name}`, title, { at, size: 2, mask }, words);
  }
  const place = { at, size: 2, mask: RESERVED } as const;
  const reserved = hex(bitsAt(reader, place), 4);
  bitsField(reader, field, 'vxlan.flags_reserved', `Reserved(R): ${reserved}`, reserved, place);
  reader.number(node, 'vxlan.gbp', 'Group Policy ID', at + 2, 2);
  reader.number(node, 'vxlan.vni', 'VXLAN Network Identifier (VNI)', at + 4, 3);
  reader.number(node, 'vxlan.reserved8', 'Reserved', at + 7, 1);
  dissectEthernet(reader.inner(at + VXLAN_SIZE, reader.end), false);
}
