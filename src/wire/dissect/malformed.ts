/**
 * What stands in the tree where the bytes end too early.
 */
import { growingNode } from './growing-node';
import { CutShort, type Reader } from './reader';

const MALFORMED = {
  name: '_ws.malformed',
  title: 'Malformed Packet',
  info: 'Malformed Packet',
};
const UNREASSEMBLED = {
  name: '_ws.unreassembled',
  title: 'BoundError Unreassembled Packet',
  info: 'BoundErrorUnreassembled Packet',
};

/** Reads as far as it goes; what was read stays in the tree. */
export function shieldFrom(reader: Reader, read: (reader: Reader) => void): void {
  try {
    read(reader);
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
    const { name, title, info } = error.isPiece ? UNREASSEMBLED : MALFORMED;
    const label = `[${title}: ${reader.facts.current}${error.why}]`;
    reader.siblings.push(growingNode(name, label, '', reader.start, 0));
    reader.append(`[${info}${error.why}]`);
  }
}
