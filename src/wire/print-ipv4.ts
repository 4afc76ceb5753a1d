/**
 * An IPv4 packet in tcpdump's words (print-ip.c, print-ip-demux.c of 4.99).
 */
import { checksum } from './checksum';
import { PROTOCOL_ICMP, PROTOCOL_IPIP, PROTOCOL_TCP, PROTOCOL_UDP } from './ipv4';
import { IPV4_SIZE } from './ipv4-header';
import { printIcmp, sumThatFits } from './print-icmp';
import { ipOptionsText } from './print-ip-options';
import { PROTOCOL_NAMES } from './print-names';
import { printTcp } from './print-tcp';
import { printUdp } from './print-udp';
import type { Printout } from './printout';

const RESERVED = 0x8000;
const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_MASK = 0x1fff;

const CONGESTION = ['', ',ECT(1)', ',ECT(0)', ',CE'];

/** Prints the frame inside of a VXLAN packet; given by the link's printer, which calls this one. */
type PrintFrame = (out: Printout, at: number, length: number) => void;

/** @param length of what the layer below has for this packet, in bytes */
export function printIpv4(out: Printout, at: number, length: number, printFrame: PrintFrame): void {
  out.protocol = 'ip';
  const version = out.u8(at) >>> 4;
  if (version !== 4) {
    out.print(version === 6 ? 'IP6, wrong link-layer encapsulation' : `IP${version}`);
    out.print(' (invalid)');
    return;
  }
  if (!out.style.showsLink) out.print('IP ');
  if (out.isCut(at, IPV4_SIZE)) return;
  const headerBytes = (out.u8(at) & 15) * 4;
  const claimed = out.u16(at + 2);
  if (length < IPV4_SIZE) out.print(`truncated-ip ${length}`);
  else if (headerBytes < IPV4_SIZE) out.print(`bad-hlen ${headerBytes}`);
  else {
    if (length < claimed) out.print(`truncated-ip - ${claimed - length} bytes missing! `);
    if (claimed < headerBytes && claimed > 0) out.print(`bad-len ${claimed}`);
    else {
      // A length of zero is taken for a segment that the card will cut (TSO).
      const whole = claimed === 0 ? length : claimed;
      out.within(at + whole, () => printWhole(out, { at, headerBytes, length: whole }, printFrame));
    }
  }
}

interface Packet {
  readonly at: number;
  readonly headerBytes: number;
  readonly length: number;
}

function printWhole(out: Printout, packet: Packet, printFrame: PrintFrame): void {
  const { at, headerBytes } = packet;
  if (out.style.verbosity > 0) printHeader(out, at, headerBytes);
  const fragment = out.u16(at + 6);
  const protocol = out.u8(at + 9);
  if ((fragment & OFFSET_MASK) === 0) {
    printPayload(out, packet, (fragment & MORE_FRAGMENTS) !== 0, printFrame);
  } else if (out.style.quietness < 2) {
    const name = out.style.names?.protocol(protocol) ?? `ip-proto-${protocol}`;
    out.print(`${out.address(at + 12)} > ${out.address(at + 16)}: ${name}`);
  }
}

/** The header's fields in brackets, and the beginning of a second line. */
function printHeader(out: Printout, at: number, headerBytes: number): void {
  const tos = out.u8(at + 1);
  const ttl = out.u8(at + 8);
  const fragment = out.u16(at + 6);
  const protocol = out.u8(at + 9);
  const flags = [
    ...((fragment & MORE_FRAGMENTS) === 0 ? [] : ['+']),
    ...((fragment & DONT_FRAGMENT) === 0 ? [] : ['DF']),
    ...((fragment & RESERVED) === 0 ? [] : ['rsvd']),
  ];
  const parts = [
    `tos 0x${tos.toString(16)}${CONGESTION[tos & 3]}`,
    ...(ttl > 0 ? [`ttl ${ttl}`] : []),
    `id ${out.u16(at + 4)}`,
    `offset ${(fragment & OFFSET_MASK) * 8}`,
    `flags [${flags.join(', ') || 'none'}]`,
    `proto ${PROTOCOL_NAMES[protocol] ?? 'unknown'} (${protocol})`,
    `length ${out.u16(at + 2)}`,
  ];
  out.print(`(${parts.join(', ')}`);
  if (headerBytes > IPV4_SIZE) {
    out.print(`, options (${ipOptionsText(out, at + IPV4_SIZE, at + headerBytes)})`);
  }
  const fault = out.has(at, headerBytes) ? checksum(out.view, at, at + headerBytes) : 0;
  if (fault !== 0) {
    const found = out.u16(at + 10);
    out.print(`, bad cksum ${found.toString(16)} (->${sumThatFits(found, fault).toString(16)})!`);
  }
  out.print(')\n    ');
}

function printPayload(
  out: Printout,
  packet: Packet,
  isPiece: boolean,
  printFrame: PrintFrame,
): void {
  const { at, headerBytes } = packet;
  const protocol = out.u8(at + 9);
  const bodyAt = at + headerBytes;
  const length = packet.length - headerBytes;
  if (protocol === PROTOCOL_TCP) {
    printTcp(out, bodyAt, length, at, isPiece);
    return;
  }
  if (protocol === PROTOCOL_UDP) {
    const inner = (frameAt: number, frameLength: number) => printFrame(out, frameAt, frameLength);
    printUdp(out, bodyAt, length, at, isPiece, inner);
    return;
  }
  out.print(`${out.address(at + 12)} > ${out.address(at + 16)}: `);
  if (protocol === PROTOCOL_ICMP) {
    printIcmp(out, bodyAt, length, isPiece, (quotedAt, quotedLength) =>
      printIpv4(out, quotedAt, quotedLength, printFrame),
    );
  } else if (protocol === PROTOCOL_IPIP) printIpv4(out, bodyAt, length, printFrame);
  else {
    const name = out.style.names?.protocol(protocol) ?? `ip-proto-${protocol}`;
    out.print(` ${name} ${length}`);
  }
}
