/**
 * An ICMP message in tcpdump's words (print-icmp.c).
 */
import { formatIpv4, ipv4FromBits } from '../addr/ipv4';
import { viewOf } from './codec';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
  type IcmpEcho,
  type IcmpError,
} from './icmp';
import { PROTOCOL_TCP, PROTOCOL_UDP } from './ipv4';

const PROTOCOL_UNREACHABLE = 2;
const PORT_UNREACHABLE = 3;
const FRAGMENTATION_NEEDED = 4;

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

/** `echo request, id 6617, seq 1`, without the length. */
export function echoText(echo: IcmpEcho): string {
  return `echo ${echo.type}, id ${echo.id}, seq ${echo.sequence}`;
}

/** `host 172.16.158.2 unreachable`, without the length and the quotation. */
export function icmpErrorText(error: IcmpError): string {
  switch (error.type) {
    case ICMP_DEST_UNREACHABLE:
      return unreachableText(error);
    case ICMP_REDIRECT:
      return redirectText(error);
    case ICMP_TIME_EXCEEDED:
      return timeExceededText(error.code);
    default:
      return error.code === 0
        ? `parameter problem - octet ${error.rest >>> 24}`
        : `parameter problem - code ${error.code}`;
  }
}

function unreachableText({ code, rest, quoted }: IcmpError): string {
  const destination = formatIpv4(quoted.destination);
  if (code === PROTOCOL_UNREACHABLE)
    return `${destination} protocol ${quoted.protocol} unreachable`;
  if (code === PORT_UNREACHABLE) {
    const port = quoted.bytes.length < 4 ? '?' : viewOf(quoted.bytes).getUint16(2);
    return `${destination} ${protocolText(quoted.protocol)} port ${port} unreachable`;
  }
  if (code === FRAGMENTATION_NEEDED) {
    const mtu = rest & 0xffff;
    return `${destination} unreachable - need to frag${mtu === 0 ? '' : ` (mtu ${mtu})`}`;
  }
  const { what, why } = UNREACHABLE[code] ?? { what: '', why: ` - #${code}` };
  return `${what}${destination} unreachable${why}`;
}

function protocolText(protocol: number): string {
  if (protocol === PROTOCOL_TCP) return 'tcp';
  return protocol === PROTOCOL_UDP ? 'udp' : `protocol ${protocol}`;
}

function redirectText({ code, rest, quoted }: IcmpError): string {
  const service = code >= 2 ? '-tos' : '';
  const what = code % 2 === 0 ? 'net' : 'host';
  const gateway = formatIpv4(ipv4FromBits(rest));
  return `redirect${service} ${formatIpv4(quoted.destination)} to ${what} ${gateway}`;
}

function timeExceededText(code: number): string {
  if (code === 0) return 'time exceeded in-transit';
  return code === 1 ? 'ip reassembly time exceeded' : `time exceeded-#${code}`;
}
