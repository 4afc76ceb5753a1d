/**
 * UDP (RFC 768). Wireshark does not verify its checksum unless told to, for senders leave it to their
 * network card.
 */
import { UDP_SIZE } from '../udp';
import type { GrowingNode } from './growing-node';
import { colonHex, hex, plural } from './notation';
import { dissectPorts } from './ports';
import { outermost, type Reader } from './reader';

export function dissectUdp(reader: Reader): void {
  const { start, end } = reader;
  reader.blame('UDP');
  const source = reader.u16(start);
  const destination = reader.u16(start + 2);
  reader.begin('UDP');
  reader.tell({ info: `${source} → ${destination}` });
  const title = `User Datagram Protocol, Src Port: ${source}, Dst Port: ${destination}`;
  const node = reader.protocol('udp', title, Math.min(UDP_SIZE, end - start));
  reader.number(node, 'udp.srcport', 'Source Port', start, 2);
  reader.number(node, 'udp.dstport', 'Destination Port', start + 2, 2);
  const length = lengthField(reader, node);
  if (length === undefined) return;
  reader.append(` Len=${length - UDP_SIZE}`);
  checksumFields(reader, node, start + 6);
  const from = start + UDP_SIZE;
  const to = Math.min(end, start + length);
  if (end > from) {
    const label = `UDP payload (${plural(to - from, 'byte')})`;
    const octets = reader.octets(from, end - from);
    reader.field(node, 'udp.payload', label, colonHex(octets), from, end - from);
  }
  // Nothing at all of the data is worse than a part.
  if (to === from && length > UDP_SIZE && !reader.around.isQuoted) reader.u8(end);
  if (to > from) dissectPorts(outermost(reader, from, to), 'udpPorts', source, destination);
}

/** @returns `undefined` where it is less than the header's own */
function lengthField(reader: Reader, node: GrowingNode): number | undefined {
  const at = reader.start + 4;
  const length = reader.u16(at);
  const space = reader.end - reader.start;
  const write = (fault: string) =>
    reader.field(node, 'udp.length', `Length: ${length}${fault}`, length, at, 2);
  if (length < UDP_SIZE) {
    write(' (bogus, must be >= 8)');
    reader.append(` [BAD UDP LENGTH ${length} < 8]`);
    return undefined;
  }
  const isTooLong = length > space && !reader.around.isQuoted && !reader.around.isPiece;
  write(isTooLong ? ` (bogus, payload length ${space})` : '');
  if (isTooLong) reader.append(` [BAD UDP LENGTH ${length} > IP PAYLOAD LENGTH]`);
  return length;
}

function checksumFields(reader: Reader, node: GrowingNode, at: number): void {
  const value = reader.u16(at);
  const sum = hex(value, 4);
  if (value === 0) {
    const label = `Checksum: ${sum} [zero-value ignored]`;
    const field = reader.field(node, 'udp.checksum', label, sum, at, 2);
    reader.field(field, 'udp.checksum.status', 'Checksum Status: Not present', 3, at, 2);
    return;
  }
  reader.field(node, 'udp.checksum', `Checksum: ${sum} [unverified]`, sum, at, 2);
  reader.field(node, 'udp.checksum.status', 'Checksum Status: Unverified', 2, at, 0);
}
