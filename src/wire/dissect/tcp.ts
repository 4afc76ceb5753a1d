/**
 * TCP (RFC 9293), a segment by itself: numbers are shown as they stand, for what they are relative
 * to is in other frames.
 */
import { TCP_FIN, TCP_RST, TCP_SIZE, TCP_SYN } from '../tcp';
import { bitsField } from './bits';
import type { GrowingNode } from './growing-node';
import { colonHex, hex, plural } from './notation';
import { dissectPorts } from './ports';
import { readable } from './readable';
import { outermost, type Reader } from './reader';
import { tcpFlags, tcpFlagsText } from './tcp-flags';
import { tcpOptions } from './tcp-options';

const ACKNOWLEDGES = 0x10;
const URGENT = 0x20;

/** What the fields of one segment need of each other. */
interface Segment {
  readonly reader: Reader;
  readonly node: GrowingNode;
  readonly flags: number;
  readonly headerLength: number;
  /** Of the data in bytes; `undefined` where the end of the segment is elsewhere. */
  readonly length: number | undefined;
}

export function dissectTcp(reader: Reader): void {
  const { start, end } = reader;
  reader.blame('TCP');
  const source = reader.u16(start);
  const destination = reader.u16(start + 2);
  reader.begin('TCP');
  reader.tell({ info: `${source} → ${destination}` });
  const title = `Transmission Control Protocol, Src Port: ${source}, Dst Port: ${destination}`;
  const node = reader.protocol('tcp', title);
  reader.number(node, 'tcp.srcport', 'Source Port', start, 2);
  reader.number(node, 'tcp.dstport', 'Destination Port', start + 2, 2);
  const sequenceField = () => reader.number(node, 'tcp.seq', 'Sequence Number', start + 4, 4);
  // It is among the eight bytes that a quotation has at least.
  if (reader.around.isQuoted) sequenceField();
  // Up to the window Wireshark reads before it says anything.
  const size = reader.u16(start + 14);
  const sequence = reader.u32(start + 4);
  const flags = reader.u16(start + 12) & 0xfff;
  const headerLength = (reader.u8(start + 12) >>> 4) * 4;
  node.label += `, Seq: ${sequence}`;
  reader.append(` [${tcpFlagsText(flags)}] Seq=${sequence}`);
  if ((flags & ACKNOWLEDGES) !== 0) reader.append(` Ack=${reader.u32(start + 8)}`);
  reader.append(` Win=${size}`);
  const length = dataLength(reader, node, headerLength);
  const segment = { reader, node, flags, headerLength, length };
  if (!reader.around.isQuoted) sequenceField();
  if (headerLength < TCP_SIZE) {
    headerLengthField(segment);
    const fault = `bogus TCP header length (${headerLength}, must be at least ${TCP_SIZE})`;
    reader.append(`, ${fault}`);
    return;
  }
  node.length = Math.min(end - start, headerLength);
  numbers(segment, sequence);
  window(segment);
  if (headerLength > TCP_SIZE) {
    tcpOptions(reader, node, start + TCP_SIZE, start + headerLength);
  }
  data(segment, source, destination);
}

const SHORT_SEGMENT = [
  'Short segment. Segment/fragment does not contain a full TCP header',
  '(might be NMAP or someone else deliberately sending unusual packets)',
].join(' ');

/** @returns `undefined` where the segment's end is not here */
function dataLength(reader: Reader, node: GrowingNode, headerLength: number): number | undefined {
  const { start, end, around } = reader;
  if (around.isQuoted || around.isPiece) return undefined;
  const length = end - start - headerLength;
  if (length < 0) {
    reader.field(node, '', SHORT_SEGMENT, '', start, 0);
    return undefined;
  }
  reader.field(node, 'tcp.len', `TCP Segment Len: ${length}`, length, start, 0);
  return length;
}

function numbers(segment: Segment, sequence: number): void {
  const { reader, node, flags, length } = segment;
  const { start } = reader;
  if (length !== undefined) {
    // SYN and FIN are counted, too.
    const next = (sequence + length + ((flags & (TCP_SYN | TCP_FIN)) === 0 ? 0 : 1)) >>> 0;
    reader.field(node, 'tcp.nxtseq', `Next Sequence Number: ${next}`, next, start, 0);
  }
  const acknowledged = reader.number(node, 'tcp.ack', 'Acknowledgment Number', start + 8, 4);
  if ((flags & ACKNOWLEDGES) !== 0) node.label += `, Ack: ${acknowledged}`;
  else reader.number(node, 'tcp.ack_raw', 'Acknowledgment number (raw)', start + 8, 4);
  if (length !== undefined) node.label += `, Len: ${length}`;
  headerLengthField(segment);
  tcpFlags(reader, node, start + 12);
}

function headerLengthField({ reader, node, headerLength }: Segment): void {
  const words = `Header Length: ${headerLength} bytes (${headerLength / 4})`;
  const place = { at: reader.start + 12, size: 1, mask: 0xf0 } as const;
  bitsField(reader, node, 'tcp.hdr_len', words, headerLength, place);
}

function window({ reader, node, flags, length }: Segment): void {
  const { start } = reader;
  reader.number(node, 'tcp.window_size_value', 'Window', start + 14, 2);
  const sum = hex(reader.u16(start + 16), 4);
  reader.field(node, 'tcp.checksum', `Checksum: ${sum} [unverified]`, sum, start + 16, 2);
  reader.field(node, 'tcp.checksum.status', 'Checksum Status: Unverified', 2, start + 16, 0);
  const urgent = reader.number(node, 'tcp.urgent_pointer', 'Urgent Pointer', start + 18, 2);
  if ((flags & URGENT) !== 0) reader.append(` Urg=${urgent}`);
  if (length !== undefined) reader.append(` Len=${length}`);
}

function data(
  { reader, node, flags, headerLength }: Segment,
  source: number,
  target: number,
): void {
  const { start, end } = reader;
  const from = start + headerLength;
  const size = end - from;
  if (size <= 0) return;
  const octets = reader.octets(from, size);
  if ((flags & TCP_RST) !== 0) {
    const label = `Reset cause: ${readable(octets)}`;
    reader.field(node, 'tcp.reset_cause', label, readable(octets, true), from, size);
    return;
  }
  const label = `TCP payload (${plural(size, 'byte')})`;
  reader.field(node, 'tcp.payload', label, colonHex(octets), from, size);
  dissectPorts(outermost(reader, from, end), 'tcpPorts', source, target);
}
