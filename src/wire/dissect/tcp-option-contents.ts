/**
 * What stands in each option of a TCP header behind its kind and length, and what the packet list
 * says of it.
 */
import type { GrowingNode } from './growing-node';
import { named } from './notation';
import type { Reader } from './reader';

export interface TcpOption {
  /** The last part of its filter name. */
  readonly name: string;
  readonly title: string;
  /** With kind and length, in bytes; of any other size nothing is read. */
  readonly size?: number;
  /** Reads on from the third byte of the reader's. */
  readonly read?: (reader: Reader, node: GrowingNode) => void;
}

export const UNKNOWN_OPTION: TcpOption = { name: 'unknown', title: 'Unknown', read: readUnknown };

/** By kind. */
export const TCP_OPTIONS: Readonly<Record<number, TcpOption>> = {
  0: { name: 'eol', title: 'End of Option List (EOL)' },
  1: { name: 'nop', title: 'No-Operation (NOP)' },
  2: { name: 'mss', title: 'Maximum segment size', size: 4, read: readMss },
  3: { name: 'wscale', title: 'Window scale', size: 3, read: readScale },
  4: { name: 'sack_perm', title: 'SACK permitted', read: (reader) => reader.append(' SACK_PERM') },
  5: { name: 'sack', title: 'SACK', read: readRanges },
  6: { name: 'echo', title: 'Echo', size: 6, read: readEcho },
  7: { name: 'echo', title: 'Echo reply', size: 6, read: readEcho },
  8: { name: 'timestamp', title: 'Timestamps', size: 10, read: readTimestamps },
  19: { name: 'md5', title: 'TCP MD5 signature', read: readSignature },
};

const KINDS: Readonly<Record<number, string>> = {
  0: 'End of Option List',
  1: 'No-Operation',
  2: 'Maximum Segment Size',
  3: 'Window Scale',
  4: 'SACK Permitted',
  5: 'SACK',
  6: 'Echo',
  7: 'Echo Reply',
  8: 'Time Stamp Option',
  14: 'TCP Alternate Checksum Request',
  19: 'MD5 Signature Option',
};

export function kindText(kind: number): string {
  return named(KINDS, kind);
}

function readMss(reader: Reader, node: GrowingNode): void {
  const mss = reader.number(node, 'tcp.options.mss_val', 'MSS Value', reader.start + 2, 2);
  node.label += `: ${mss} bytes`;
  reader.append(` MSS=${mss}`);
}

/** The largest shift of RFC 7323; what is more counts as this. */
const SHIFT_MAX = 14;

function readScale(reader: Reader, node: GrowingNode): void {
  const at = reader.start + 2;
  const shift = reader.number(node, 'tcp.options.wscale.shift', 'Shift count', at, 1);
  const factor = 2 ** Math.min(shift, SHIFT_MAX);
  reader.field(node, 'tcp.options.wscale.multiplier', `Multiplier: ${factor}`, factor, at, 1);
  node.label += `: ${shift} (multiply by ${factor})`;
  reader.append(` WS=${factor}`);
}

function readRanges(reader: Reader, node: GrowingNode): void {
  const { start, declaredEnd: end } = reader;
  let at = start + 2;
  let count = 0;
  for (; at + 8 <= end; at += 8) {
    const left = reader.u32(at);
    reader.field(node, 'tcp.options.sack_le', `left edge = ${left}`, left, at, 4);
    const right = reader.u32(at + 4);
    reader.field(node, 'tcp.options.sack_re', `right edge = ${right}`, right, at + 4, 4);
    node.label += ` ${left}-${right}`;
    reader.append(` SLE=${left} SRE=${right}`);
    count += 1;
  }
  if (at < end) {
    reader.field(node, '', 'suboption would go past end of option', '', at, end - at);
  }
  reader.field(node, 'tcp.options.sack.count', `TCP SACK Count: ${count}`, count, start, 0);
}

function readEcho(reader: Reader, node: GrowingNode): void {
  const value = reader.number(
    node,
    'tcp.options.echo_value',
    'TCP Echo Option',
    reader.start + 2,
    4,
  );
  node.label = `TCP Option - Echo: ${value}`;
  reader.append(` ECHO=${value}`);
}

function readTimestamps(reader: Reader, node: GrowingNode): void {
  const at = reader.start + 2;
  const name = 'tcp.options.timestamp';
  const value = reader.number(node, `${name}.tsval`, 'Timestamp value', at, 4);
  const echo = reader.number(node, `${name}.tsecr`, 'Timestamp echo reply', at + 4, 4);
  node.label += `: TSval ${value}, TSecr ${echo}`;
  reader.append(` TSval=${value} TSecr=${echo}`);
}

function readSignature(reader: Reader, node: GrowingNode): void {
  const { start, declaredEnd: end } = reader;
  reader.append(' MD5');
  reader.bytesField(node, 'tcp.options.md5.digest', 'MD5 digest', start + 2, end - start - 2);
}

function readUnknown(reader: Reader, node: GrowingNode): void {
  const { start, declaredEnd: end } = reader;
  if (end - start <= 2) return;
  const size = end - start - 2;
  reader.bytesField(node, 'tcp.options.unknown.payload', 'Payload', start + 2, size);
}
