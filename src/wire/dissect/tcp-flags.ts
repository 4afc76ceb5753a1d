/**
 * The flags of a TCP header, one by one and as Wireshark's words and signs.
 */
import type { GrowingNode } from './growing-node';
import { bitPattern, hex } from './notation';
import type { Reader } from './reader';

interface Flag {
  readonly name: string;
  readonly title: string;
  /** As in `[SYN, ACK]`. */
  readonly word: string;
  /** As in `·······A··S·`. */
  readonly sign: string;
}

/** From the highest bit, 0x100, down. */
const FLAGS: readonly Flag[] = [
  { name: 'ae', title: 'Accurate ECN', word: 'AE', sign: 'A' },
  { name: 'cwr', title: 'Congestion Window Reduced', word: 'CWR', sign: 'C' },
  { name: 'ece', title: 'ECN-Echo', word: 'ECE', sign: 'E' },
  { name: 'urg', title: 'Urgent', word: 'URG', sign: 'U' },
  { name: 'ack', title: 'Acknowledgment', word: 'ACK', sign: 'A' },
  { name: 'push', title: 'Push', word: 'PSH', sign: 'P' },
  { name: 'reset', title: 'Reset', word: 'RST', sign: 'R' },
  { name: 'syn', title: 'Syn', word: 'SYN', sign: 'S' },
  { name: 'fin', title: 'Fin', word: 'FIN', sign: 'F' },
];
const HIGHEST = 0x100;
const RESERVED = 0xe00;

/** `SYN, ACK`, from the lowest bit up. */
export function tcpFlagsText(flags: number): string {
  const words = FLAGS.filter((_, place) => isSet(flags, place)).map(({ word }) => word);
  words.reverse();
  if ((flags & RESERVED) !== 0) words.push('Reserved');
  return words.length === 0 ? '<None>' : words.join(', ');
}

/** @param at where the two bytes stand that end with the flags */
export function tcpFlags(reader: Reader, parent: GrowingNode, at: number): void {
  const flags = reader.u16(at) & 0xfff;
  const text = `Flags: ${hex(flags, 3)} (${tcpFlagsText(flags)})`;
  const node = reader.field(parent, 'tcp.flags', text, hex(flags, 4), at, 2);
  const reserved = (flags & RESERVED) >>> 9;
  const words = `${bitPattern(flags, RESERVED, 12)} = Reserved: ${reserved === 0 ? 'Not set' : 'Set'}`;
  reader.field(node, 'tcp.flags.res', words, reserved === 0 ? 0 : 1, at, 1);
  FLAGS.forEach(({ name, title }, place) => {
    const mask = HIGHEST >>> place;
    const isFirst = mask === HIGHEST;
    const value = isSet(flags, place) ? 1 : 0;
    const label = `${bitPattern(flags, mask, 12)} = ${title}: ${value === 1 ? 'Set' : 'Not set'}`;
    reader.field(node, `tcp.flags.${name}`, label, value, isFirst ? at : at + 1, 1);
  });
  const signs = FLAGS.map(({ sign }, place) => (isSet(flags, place) ? sign : '·')).join('');
  const drawn = `${[0x800, 0x400, 0x200].map((bit) => ((flags & bit) !== 0 ? 'R' : '·')).join('')}${signs}`;
  reader.field(node, 'tcp.flags.str', `TCP Flags: ${drawn}`, drawn, at, 2);
}

function isSet(flags: number, place: number): boolean {
  return (flags & (HIGHEST >>> place)) !== 0;
}
