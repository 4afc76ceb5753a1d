/**
 * What stands in the tree where the bytes end too early.
 */
import { growingNode } from './growing-node';
import { CutShort, type Reader } from './reader';

/** Reads as far as it goes; what was read stays in the tree. */
export function shieldFrom(reader: Reader, read: (reader: Reader) => void): void {
  try {
    read(reader);
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
    const label = `[Malformed Packet: ${reader.facts.current}]`;
    reader.siblings.push(growingNode('_ws.malformed', label, '', reader.start, 0));
    reader.append('[Malformed Packet]');
  }
}
