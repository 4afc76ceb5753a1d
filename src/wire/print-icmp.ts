/**
 * An ICMP message in tcpdump's words (print-icmp.c of 4.99).
 */
import { checksum } from './checksum';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_ECHO_REPLY,
  ICMP_ECHO_REQUEST,
  ICMP_PARAMETER_PROBLEM,
  ICMP_REDIRECT,
  ICMP_SIZE,
  ICMP_TIME_EXCEEDED,
} from './icmp';
import { PROTOCOL_TCP, PROTOCOL_UDP } from './ipv4';
import type { Printout } from './printout';

const SOURCE_QUENCH = 4;
const PROTOCOL_UNREACHABLE = 2;
const PORT_UNREACHABLE = 3;
const FRAGMENTATION_NEEDED = 4;

/** A quotation of 128 bytes, and behind it an extension of at least 20. */
const EXTENDED_SIZE_MIN = 156;
const EXTENSION_AT = ICMP_SIZE + 128;

/** Where the addresses and the protocol of the quoted header stand. */
const QUOTED_PROTOCOL_AT = ICMP_SIZE + 9;
const QUOTED_DESTINATION_AT = ICMP_SIZE + 16;

/** What stands after the destination's address, and for whom, by code (RFC 792, RFC 1812). */
const UNREACHABLE: readonly { readonly what: string; readonly why: string }[] = [
  { what: 'net ', why: '' },
  { what: 'host ', why: '' },
  { what: '', why: '' },
  { what: '', why: '' },
  { what: '', why: '' },
  { what: '', why: ' - source route failed' },
  { what: 'net ', why: ' - unknown' },
  { what: 'host ', why: ' - unknown' },
  { what: '', why: ' - source host isolated' },
  { what: 'net ', why: ' - admin prohibited' },
  { what: 'host ', why: ' - admin prohibited' },
  { what: 'net ', why: ' - tos prohibited' },
  { what: 'host ', why: ' - tos prohibited' },
  { what: 'host ', why: ' - admin prohibited filter' },
  { what: 'host ', why: ' - host precedence violation' },
  { what: 'host ', why: ' - precedence cutoff' },
];

const OTHER_TYPES: Readonly<Record<number, string>> = {
  4: 'source quench',
  10: 'router solicitation',
  15: 'information request',
  16: 'information reply',
  17: 'address mask request',
};

/**
 * @param length of the message by its IP header, in bytes
 * @param printQuoted prints the packet that an error quotes, with the length that it claims
 */
export function printIcmp(
  out: Printout,
  at: number,
  length: number,
  isPiece: boolean,
  printQuoted: (at: number, length: number) => void,
): void {
  out.protocol = 'icmp';
  const type = out.u8(at);
  if (lacksQuotation(out, at, type)) return;
  out.print(`ICMP ${messageText(out, at, type, out.u8(at + 1))}, length ${length}`);
  if (out.style.verbosity === 0) return;
  if (!isPiece && out.has(at, length)) printFault(out, at, length);
  if (!isError(type)) return;
  out.print('\n\t');
  const quotedAt = at + ICMP_SIZE;
  const quotedLength = out.u16(quotedAt + 2);
  out.within(quotedAt + quotedLength, () => printQuoted(quotedAt, quotedLength));
  out.protocol = 'icmp';
  printExtension(out, at, length, type);
}

/** Of these errors nothing is told without the header that they quote. */
function lacksQuotation(out: Printout, at: number, type: number): boolean {
  const isPort = type === ICMP_DEST_UNREACHABLE && out.u8(at + 1) === PORT_UNREACHABLE;
  if (isPort) return out.isCut(at, QUOTED_PROTOCOL_AT + 1);
  return type === ICMP_TIME_EXCEEDED && out.isCut(at, QUOTED_DESTINATION_AT + 4);
}

/** RFC 4884: what may stand behind a long quotation. Linux writes none; its contents are not told. */
function printExtension(out: Printout, at: number, length: number, type: number): void {
  const hasNone = type === SOURCE_QUENCH || type === ICMP_REDIRECT;
  if (hasNone || length <= EXTENDED_SIZE_MIN) return;
  if (out.isCut(at, EXTENSION_AT + 5)) return;
  const checked = length - EXTENDED_SIZE_MIN;
  const saysNone = out.u8(at + 5) === 0 && out.has(at + EXTENSION_AT, checked);
  const end = at + EXTENSION_AT + checked;
  if (saysNone && checksum(out.view, at + EXTENSION_AT, end) !== 0) return;
  const version = out.u8(at + EXTENSION_AT) >>> 4;
  const support = version === 2 ? '' : ' packet not supported';
  out.print(`\n\tICMP Multi-Part extension v${version}${support}`);
}

function isError(type: number): boolean {
  return (
    type === ICMP_DEST_UNREACHABLE ||
    type === SOURCE_QUENCH ||
    type === ICMP_REDIRECT ||
    type === ICMP_TIME_EXCEEDED ||
    type === ICMP_PARAMETER_PROBLEM
  );
}

function printFault(out: Printout, at: number, length: number): void {
  const fault = checksum(out.view, at, at + length);
  if (fault === 0) return;
  const found = out.u16(at + 2);
  const wanted = sumThatFits(found, fault);
  out.print(` (wrong icmp cksum ${found.toString(16)} (->${wanted.toString(16)})!)`);
}

/** `in_cksum_shouldbe`: what should stand where `found` stands. */
export function sumThatFits(found: number, fault: number): number {
  const sum = found + fault;
  return (sum & 0xffff) + (sum >>> 16);
}

function messageText(out: Printout, at: number, type: number, code: number): string {
  switch (type) {
    case ICMP_ECHO_REQUEST:
    case ICMP_ECHO_REPLY: {
      const what = type === ICMP_ECHO_REQUEST ? 'request' : 'reply';
      return `echo ${what}, id ${out.u16(at + 4)}, seq ${out.u16(at + 6)}`;
    }
    case ICMP_DEST_UNREACHABLE:
      return unreachableText(out, at, code);
    case ICMP_REDIRECT:
      return redirectText(out, at, code);
    case ICMP_TIME_EXCEEDED:
      return timeExceededText(code);
    case ICMP_PARAMETER_PROBLEM:
      return code === 0
        ? `parameter problem - octet ${out.u8(at + 4)}`
        : `parameter problem - code ${code}`;
    default:
      return OTHER_TYPES[type] ?? `type-#${type}`;
  }
}

function unreachableText(out: Printout, at: number, code: number): string {
  if (code === PORT_UNREACHABLE) return portText(out, at);
  const mtu = code === FRAGMENTATION_NEEDED ? out.u16(at + 6) : 0;
  const destination = out.address(at + QUOTED_DESTINATION_AT);
  if (code === PROTOCOL_UNREACHABLE) {
    return `${destination} protocol ${out.u8(at + QUOTED_PROTOCOL_AT)} unreachable`;
  }
  if (code === FRAGMENTATION_NEEDED) {
    return `${destination} unreachable - need to frag${mtu === 0 ? '' : ` (mtu ${mtu})`}`;
  }
  const { what, why } = UNREACHABLE[code] ?? { what: '', why: ` - #${code}` };
  return `${what}${destination} unreachable${why}`;
}

function portText(out: Printout, at: number): string {
  const protocol = out.u8(at + QUOTED_PROTOCOL_AT);
  const headerBytes = (out.u8(at + ICMP_SIZE) & 15) * 4;
  const port = out.u16(at + ICMP_SIZE + headerBytes + 2);
  const destination = out.address(at + QUOTED_DESTINATION_AT);
  if (protocol === PROTOCOL_TCP) {
    return `${destination} tcp port ${out.port(port, 'tcp')} unreachable`;
  }
  if (protocol === PROTOCOL_UDP) {
    return `${destination} udp port ${out.port(port, 'udp')} unreachable`;
  }
  return `${destination} protocol ${protocol} port ${port} unreachable`;
}

function redirectText(out: Printout, at: number, code: number): string {
  const destination = out.address(at + QUOTED_DESTINATION_AT);
  const gateway = out.address(at + 4);
  if (code > 3) return `redirect-#${code} ${destination} to ${gateway}`;
  const service = code >= 2 ? '-tos' : '';
  return `redirect${service} ${destination} to ${code % 2 === 0 ? 'net' : 'host'} ${gateway}`;
}

function timeExceededText(code: number): string {
  if (code === 0) return 'time exceeded in-transit';
  return code === 1 ? 'ip reassembly time exceeded' : `time exceeded-#${code}`;
}
