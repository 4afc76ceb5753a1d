/**
 * A TCP segment in tcpdump's words (print-tcp.c of 4.99). What the data of well-known ports say is
 * not told but for HTTP's: everything else is only its length.
 */

import { ipv4FromBits } from '../addr/ipv4';
import { checksum, pseudoHeaderSum } from './checksum';
import { PROTOCOL_TCP } from './ipv4';
import { printHttp } from './print-http';
import { sumThatFits } from './print-icmp';
import { printTcpOptions } from './print-tcp-options';
import { hexWord, type Printout } from './printout';
import { TCP_ACK, TCP_CHECKSUM_AT, TCP_FIN, TCP_RST, TCP_SIZE, TCP_SYN } from './tcp';
import type { RelativeNumbers } from './tcp-conversations';

/** In the order in which they are printed. */
const FLAG_LETTERS = ['F', 'S', 'R', 'P', '.', 'U', 'E', 'W'];
const URGENT = 0x20;
const HTTP_PORTS = [80, 8080];

/**
 * @param ipAt where the IPv4 header begins that the ports belong to
 * @param length of the segment by that header, in bytes
 */
export function printTcp(
  out: Printout,
  at: number,
  length: number,
  ipAt: number,
  isPiece: boolean,
): void {
  out.protocol = 'tcp';
  const source = out.address(ipAt + 12);
  const destination = out.address(ipAt + 16);
  if (!out.has(at, 4)) {
    out.print(`${source} > ${destination}:`);
    out.isCut(at, 4);
    return;
  }
  const from = `${source}.${out.port(out.u16(at), 'tcp')}`;
  out.print(`${from} > ${destination}.${out.port(out.u16(at + 2), 'tcp')}: `);
  if (out.isCut(at, TCP_SIZE)) return;
  const headerBytes = (out.u8(at + 12) >>> 4) * 4;
  if (headerBytes < TCP_SIZE) {
    const claim = `[bad hdr length ${headerBytes} - too short, < ${TCP_SIZE}]`;
    out.print(` tcp ${(length - headerBytes) >>> 0} ${claim}`);
    return;
  }
  const tooLong =
    headerBytes > length ? ` [bad hdr length ${headerBytes} - too long, > ${length}]` : '';
  if (out.style.quietness > 0) {
    out.print(`tcp ${(length - headerBytes) >>> 0}${tooLong}`);
    return;
  }
  const flags = out.u8(at + 13);
  const letters = FLAG_LETTERS.filter((_, bit) => (flags & (1 << bit)) !== 0).join('');
  out.print(`Flags [${letters || 'none'}]`);
  const numbers = numbersOf(out, at, ipAt, flags);
  out.print(tooLong);
  if (tooLong === '') printFields(out, { at, length, ipAt, isPiece, flags, headerBytes }, numbers);
}

interface Segment {
  readonly at: number;
  readonly length: number;
  readonly ipAt: number;
  readonly isPiece: boolean;
  readonly flags: number;
  readonly headerBytes: number;
}

function printFields(out: Printout, segment: Segment, numbers: RelativeNumbers): void {
  const { at, length, flags, headerBytes } = segment;
  const { verbosity } = out.style;
  if (verbosity > 0 && !segment.isPiece && out.has(at, length)) printChecksum(out, segment);
  const dataBytes = length - headerBytes;
  const { sequence } = numbers;
  const hasEvent = (flags & (TCP_SYN | TCP_FIN | TCP_RST)) !== 0;
  if (verbosity > 1 || dataBytes > 0 || hasEvent) {
    out.print(`, seq ${sequence}`);
    if (dataBytes > 0) out.print(`:${(sequence + dataBytes) >>> 0}`);
  }
  if (flags & TCP_ACK) out.print(`, ack ${numbers.acknowledgement}`);
  out.print(`, win ${out.u16(at + 14)}`);
  if (flags & URGENT) out.print(`, urg ${out.u16(at + 18)}`);
  if (headerBytes > TCP_SIZE) {
    out.print(', options [');
    const areWhole = printTcpOptions(out, at + TCP_SIZE, at + headerBytes, numbers.other);
    if (!areWhole) return;
    out.print(']');
  }
  out.print(`, length ${dataBytes}`);
  if (dataBytes === 0) return;
  const isHttp = HTTP_PORTS.includes(out.u16(at)) || HTTP_PORTS.includes(out.u16(at + 2));
  if (isHttp && out.has(at, headerBytes)) printHttp(out, at + headerBytes, dataBytes);
}

function printChecksum(out: Printout, { at, length, ipAt }: Segment): void {
  const ends = {
    source: ipv4FromBits(out.u32(ipAt + 12)),
    destination: ipv4FromBits(out.u32(ipAt + 16)),
  };
  const before = pseudoHeaderSum(ends, PROTOCOL_TCP, length);
  const fault = checksum(out.view, at, at + length, before);
  const found = out.u16(at + TCP_CHECKSUM_AT);
  const verdict = fault === 0 ? 'correct' : `incorrect -> ${hexWord(sumThatFits(found, fault))}`;
  out.print(`, cksum ${hexWord(found)} (${verdict})`);
}

function numbersOf(out: Printout, at: number, ipAt: number, flags: number): RelativeNumbers {
  const sequence = out.u32(at + 4);
  const acknowledgement = out.u32(at + 8);
  const { conversations } = out.style;
  if (conversations === undefined || (flags & TCP_ACK) === 0) {
    return { sequence, acknowledgement, other: 0 };
  }
  const ends = {
    source: out.u32(ipAt + 12),
    sourcePort: out.u16(at),
    destination: out.u32(ipAt + 16),
    destinationPort: out.u16(at + 2),
  };
  return conversations.relative(ends, (flags & TCP_SYN) !== 0, sequence, acknowledgement);
}
