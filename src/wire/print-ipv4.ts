/**
 * An IPv4 packet in tcpdump's words (print-ip.c, print-udp.c), as `tcpdump -nn -S` prints it; in the
 * other styles as `-e` and `-v` do. Ports are not guessed at: only 4789 is taken for what it is.
 */
import { formatIpv4, type Ipv4 } from '../addr/ipv4';
import { unreachable } from '../base/invariant';
import { viewOf } from './codec';
import { decodePayload } from './decode';
import { encodePayload } from './encode';
import type { Frame } from './ethernet';
import type { IcmpError, QuotedPacket } from './icmp';
import {
  type Ipv4Packet,
  type Ipv4Payload,
  isFragment,
  PROTOCOL_ICMP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
  packetLength,
  payloadLength,
} from './ipv4';
import { IPV4_SIZE, type Ipv4Fields } from './ipv4-header';
import { echoText, icmpErrorText } from './print-icmp';
import { tcpText } from './print-tcp';
import { TCP_CHECKSUM_AT, tcp } from './tcp';
import { UDP_SIZE, type UdpDatagram } from './udp';

/** How much to say, and how to print a frame inside of a packet. */
export interface PrintStyle {
  /** `-e`: a link-level header stands before, and says that this is IP. */
  readonly showsLink: boolean;
  /** `-v` */
  readonly isVerbose: boolean;
  readonly frame: (inner: Frame, style: PrintStyle) => string;
}

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPIP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  89: 'OSPF',
  132: 'SCTP',
};

const OPTION_NAMES: Readonly<Record<number, string>> = {
  0: 'EOL',
  1: 'NOP',
  7: 'RR',
  68: 'timestamp',
  130: 'security',
  131: 'LSRR',
  137: 'SSRR',
  148: 'RA',
};

const CONGESTION = ['', ',ECT(1)', ',ECT(0)', ',CE'];

export function ipv4Text(packet: Ipv4Packet, style: PrintStyle): string {
  const body = isFragment(packet) ? pieceText(packet, style) : wholeText(packet, style);
  return headText(packet, packetLength(packet), style) + body;
}

/** `IP `, and with `-v` the header's fields and the beginning of a second line. */
function headText(fields: Ipv4Fields, totalLength: number, style: PrintStyle): string {
  const label = style.showsLink ? '' : 'IP ';
  if (!style.isVerbose) return label;
  const flags = [fields.moreFragments ? '+' : '', fields.dontFragment ? 'DF' : ''];
  const parts = [
    `tos 0x${fields.tos.toString(16)}${CONGESTION[fields.tos & 3]}`,
    ...(fields.ttl > 0 ? [`ttl ${fields.ttl}`] : []),
    `id ${fields.id}`,
    `offset ${fields.fragmentOffset}`,
    `flags [${flags.filter((flag) => flag !== '').join(', ') || 'none'}]`,
    `proto ${PROTOCOL_NAMES[fields.protocol] ?? 'unknown'} (${fields.protocol})`,
    `length ${totalLength}`,
    ...(fields.options.length > 0 ? [`options (${optionNames(fields.options)})`] : []),
  ];
  return `${label}(${parts.join(', ')})\n    `;
}

/** The options' names alone: their contents are not told. */
function optionNames(options: Uint8Array): string {
  const view = viewOf(options);
  const names: string[] = [];
  let at = 0;
  while (at < view.byteLength) {
    const kind = view.getUint8(at);
    names.push(OPTION_NAMES[kind] ?? `unknown ${kind}`);
    if (kind === 0) break;
    const length = kind === 1 || at + 1 >= view.byteLength ? 1 : view.getUint8(at + 1);
    at += Math.max(1, length);
  }
  return names.join(',');
}

function wholeText(packet: Ipv4Packet, style: PrintStyle): string {
  const { payload } = packet;
  switch (payload.kind) {
    case 'icmp-echo':
      return `${between(packet)}: ICMP ${echoText(payload)}, length ${payloadLength(payload)}`;
    case 'icmp-error':
      return `${between(packet)}: ${errorText(payload, style)}`;
    case 'udp':
      return `${betweenPorts(packet, payload)}: ${datagramText(payload, style)}`;
    case 'tcp':
      return `${betweenPorts(packet, payload)}: ${tcpText(payload, tcpChecksum(packet, style))}`;
    case 'ipv4':
      return `${between(packet)}: ${ipv4Text(payload, style)}`;
    case 'data':
      return `${between(packet)}: ${dataText(packet.protocol, payload.bytes)}`;
    default:
      return unreachable(payload);
  }
}

function between({ source, destination }: { source: Ipv4; destination: Ipv4 }): string {
  return `${formatIpv4(source)} > ${formatIpv4(destination)}`;
}

function betweenPorts(
  { source, destination }: Ipv4Fields,
  ports: { readonly sourcePort: number; readonly destinationPort: number },
): string {
  const from = `${formatIpv4(source)}.${ports.sourcePort}`;
  return `${from} > ${formatIpv4(destination)}.${ports.destinationPort}`;
}

function errorText(error: IcmpError, style: PrintStyle): string {
  const line = `ICMP ${icmpErrorText(error)}, length ${payloadLength(error)}`;
  return style.isVerbose ? `${line}\n\t${quotedText(error.quoted, style)}` : line;
}

function quotedText(quoted: QuotedPacket, style: PrintStyle): string {
  const claimed = quoted.totalLength - IPV4_SIZE - quoted.options.length;
  const isWhole = claimed === quoted.bytes.length;
  const payload: Ipv4Payload = isWhole
    ? decodePayload(quoted, quoted.bytes)
    : { kind: 'data', bytes: quoted.bytes };
  const packet: Ipv4Packet = { ...quoted, kind: 'ipv4', payload };
  const body =
    isWhole && !isFragment(packet)
      ? wholeText(packet, style)
      : cutText(quoted, quoted.bytes, claimed);
  return headText(quoted, quoted.totalLength, style) + body;
}

function datagramText({ payload }: UdpDatagram, style: PrintStyle): string {
  if (payload.kind === 'data') return `UDP, length ${payload.bytes.length}`;
  const header = `VXLAN, flags [I] (0x08), vni ${payload.vni}`;
  return `${header}\n${style.frame(payload.inner, style)}`;
}

function tcpChecksum(packet: Ipv4Packet, style: PrintStyle): string {
  if (!style.isVerbose) return '';
  const sum = viewOf(encodePayload(packet)).getUint16(TCP_CHECKSUM_AT);
  return `cksum 0x${sum.toString(16).padStart(4, '0')} (correct)`;
}

function dataText(protocol: number, bytes: Uint8Array): string {
  if (protocol !== PROTOCOL_ICMP || bytes.length === 0)
    return ` ip-proto-${protocol} ${bytes.length}`;
  return `ICMP type-#${viewOf(bytes).getUint8(0)}, length ${bytes.length}`;
}

function pieceText(packet: Ipv4Packet, style: PrintStyle): string {
  if (packet.payload.kind !== 'data') return wholeText(packet, style);
  return cutText(packet, packet.payload.bytes, packet.payload.bytes.length);
}

/** A payload of which only the beginning is here: `length` bytes long by its IP header. */
function cutText(fields: Ipv4Fields, bytes: Uint8Array, length: number): string {
  if (fields.fragmentOffset !== 0) return `${between(fields)}: ip-proto-${fields.protocol}`;
  const view = viewOf(bytes);
  const isShort = bytes.length < UDP_SIZE;
  const isEcho = !isShort && (view.getUint8(0) === 8 || view.getUint8(0) === 0);
  if (fields.protocol === PROTOCOL_ICMP && isEcho) {
    const type = view.getUint8(0) === 8 ? 'request' : 'reply';
    const numbers = `id ${view.getUint16(4)}, seq ${view.getUint16(6)}`;
    return `${between(fields)}: ICMP echo ${type}, ${numbers}, length ${length}`;
  }
  if (fields.protocol === PROTOCOL_UDP && !isShort) {
    const ports = { sourcePort: view.getUint16(0), destinationPort: view.getUint16(2) };
    return `${betweenPorts(fields, ports)}: UDP, length ${view.getUint16(4) - UDP_SIZE}`;
  }
  const segment = fields.protocol === PROTOCOL_TCP ? tcp.read(view, 0, bytes.length) : undefined;
  if (segment?.kind === 'tcp') return `${betweenPorts(fields, segment)}: ${tcpText(segment, '')}`;
  return `${between(fields)}: ${dataText(fields.protocol, bytes)}`;
}
