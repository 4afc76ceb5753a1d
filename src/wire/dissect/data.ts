/**
 * Bytes that no protocol here reads.
 */
import { colonHex, plainHex, plural } from './notation';
import type { Reader } from './reader';

export function dissectData(reader: Reader): void {
  const { start, end } = reader;
  const length = end - start;
  if (length <= 0) return;
  const node = reader.protocol('data', `Data (${plural(length, 'byte')})`);
  const octets = reader.octets(start, length);
  reader.field(node, 'data.data', `Data: ${plainHex(octets)}`, colonHex(octets), start, length);
  reader.field(node, 'data.len', `Length: ${length}`, length, start, 0);
}
