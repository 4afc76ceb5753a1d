/**
 * Fields that are some bits of a byte or word, each shown with its place: `.1.. .... = Don't fragment: Set`.
 */
import type { GrowingNode } from './growing-node';
import { bitPattern } from './notation';
import type { Reader } from './reader';

/** Where the bits are: `mask` of the `size` bytes at `at`. */
export interface BitPlace {
  readonly at: number;
  readonly size: 1 | 2 | 3 | 4;
  readonly mask: number;
}

/** The bits as a number. */
export function bitsAt(reader: Reader, { at, size, mask }: BitPlace): number {
  const shift = 31 - Math.clz32(mask & -mask);
  return (reader.unsigned(at, size) & mask) >>> shift;
}

/** @param words what stands behind the pattern */
export function bitsField(
  reader: Reader,
  parent: GrowingNode,
  name: string,
  words: string,
  value: string | number,
  place: BitPlace,
): GrowingNode {
  const { at, size, mask } = place;
  const pattern = bitPattern(reader.unsigned(at, size), mask, size * 8);
  return reader.field(parent, name, `${pattern} = ${words}`, value, at, size);
}

/** A single bit that is set or not. */
export function flagField(
  reader: Reader,
  parent: GrowingNode,
  name: string,
  title: string,
  place: BitPlace,
  words: readonly [string, string] = ['Not set', 'Set'],
): boolean {
  const value = bitsAt(reader, place);
  bitsField(reader, parent, name, `${title}: ${words[value === 0 ? 0 : 1]}`, value, place);
  return value !== 0;
}
