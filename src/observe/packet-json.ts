/**
 * The IPv4 part of an observed frame: header, then ICMP, UDP, TCP or the packet inside. Quotations
 * end early, so every layer shows only what is there.
 */
import { formatIpv4, ipv4FromBits } from '../addr/ipv4';
import { viewOf } from '../wire/codec';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_ECHO_REPLY,
  ICMP_ECHO_REQUEST,
  ICMP_PARAMETER_PROBLEM,
  ICMP_REDIRECT,
  ICMP_SIZE,
  ICMP_TIME_EXCEEDED,
} from '../wire/icmp';
import { PROTOCOL_ICMP, PROTOCOL_IPIP, PROTOCOL_TCP, PROTOCOL_UDP } from '../wire/ipv4';
import { VXLAN_PORT } from '../wire/vxlan';
import type { JsonObject } from './json';
import type { Roles } from './roles';
import { tcpJson } from './tcp-json';
import type { Tokens } from './tokens';

/** What the names in a frame depend on. */
export interface Naming {
  readonly roles: Roles;
  readonly tokens: Tokens;
}

/** Reads the frame that a VXLAN datagram carries. */
type FrameReader = (bytes: Uint8Array) => JsonObject;

const IPV4_SIZE = 20;
const UDP_SIZE = 8;
const VXLAN_SIZE = 8;
const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const CODE_FRAG_NEEDED = 4;

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL_ICMP]: 'icmp',
  [PROTOCOL_IPIP]: 'ipip',
  [PROTOCOL_TCP]: 'tcp',
  [PROTOCOL_UDP]: 'udp',
};

const QUOTING_TYPES = new Set([
  ICMP_DEST_UNREACHABLE,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
  ICMP_PARAMETER_PROBLEM,
]);

type HeaderJson = {
  readonly src: string;
  readonly dst: string;
  readonly ttl: number;
  readonly df: boolean;
  readonly len: number;
  readonly id: 'zero' | 'nonzero';
  readonly tos?: number;
  /** These two on fragments only. */
  readonly mf?: boolean;
  readonly off?: number;
};

interface Reading {
  readonly naming: Naming;
  /** The bytes come from an ICMP error, which quotes the beginning of a packet. */
  readonly isQuoted: boolean;
  /** `undefined` where no VXLAN is looked for: in quotations and in other tunnels. */
  readonly readFrame: FrameReader | undefined;
}

export function packetJson(bytes: Uint8Array, naming: Naming, readFrame?: FrameReader): JsonObject {
  return readPacket(bytes, { naming, isQuoted: false, readFrame });
}

function readPacket(bytes: Uint8Array, reading: Reading): JsonObject {
  if (bytes.length < IPV4_SIZE) return { short: bytes.length };
  const view = viewOf(bytes);
  const ip = headerJson(view);
  const protocol = view.getUint8(9);
  const headerLength = (view.getUint8(0) & 15) * 4;
  const body = bytes.subarray(headerLength);
  if ((ip.off ?? 0) > 0) {
    return { ip: { ...ip, proto: protocolName(protocol) }, frag: body.length };
  }
  const payload = payloadJson(protocol, body, ip.len - headerLength, ip, reading);
  const named = Object.keys(payload).some(
    (key) => key === 'icmp' || key === 'udp' || key === 'tcp',
  );
  return {
    ip: named ? ip : { ...ip, proto: protocolName(protocol) },
    ...payload,
    ...(ip.mf === true && { frag: body.length }),
  };
}

function headerJson(view: DataView): HeaderJson {
  const fragment = view.getUint16(6);
  const tos = view.getUint8(1);
  const moreFragments = (fragment & MORE_FRAGMENTS) !== 0;
  const fragmentOffset = (fragment & 0x1fff) * 8;
  return {
    src: formatIpv4(ipv4FromBits(view.getUint32(12))),
    dst: formatIpv4(ipv4FromBits(view.getUint32(16))),
    ttl: view.getUint8(8),
    df: (fragment & DONT_FRAGMENT) !== 0,
    len: view.getUint16(2),
    id: view.getUint16(4) === 0 ? 'zero' : 'nonzero',
    ...(tos !== 0 && { tos }),
    ...((moreFragments || fragmentOffset > 0) && { mf: moreFragments, off: fragmentOffset }),
  };
}

function protocolName(protocol: number): string | number {
  return PROTOCOL_NAMES[protocol] ?? protocol;
}

/** `claimed`: the payload's length in bytes as the IPv4 header has it. */
function payloadJson(
  protocol: number,
  body: Uint8Array,
  claimed: number,
  ip: HeaderJson,
  reading: Reading,
): JsonObject {
  if (protocol === PROTOCOL_IPIP) {
    return { inner: readPacket(body, { ...reading, readFrame: undefined }) };
  }
  if (body.length >= 8) {
    if (protocol === PROTOCOL_ICMP) return { icmp: icmpJson(body, reading) };
    if (protocol === PROTOCOL_UDP) return udpJson(body, ip, reading);
    if (protocol === PROTOCOL_TCP) return { tcp: tcpJson(body, claimed, reading.naming.tokens) };
  }
  return { data: body.length };
}

function icmpJson(body: Uint8Array, reading: Reading): JsonObject {
  const view = viewOf(body);
  const type = view.getUint8(0);
  const code = view.getUint8(1);
  if (type === ICMP_ECHO_REQUEST || type === ICMP_ECHO_REPLY) {
    const id = reading.naming.tokens.icmpId(view.getUint16(4));
    const echo = { type, code, id, seq: view.getUint16(6) };
    return reading.isQuoted ? echo : { ...echo, data: body.length - ICMP_SIZE };
  }
  if (!QUOTING_TYPES.has(type)) return { type, code };
  const quotation = body.subarray(ICMP_SIZE);
  const isFragNeeded = type === ICMP_DEST_UNREACHABLE && code === CODE_FRAG_NEEDED;
  return {
    type,
    code,
    ...(isFragNeeded && { mtu: view.getUint16(6) }),
    ...(type === ICMP_REDIRECT && { gw: formatIpv4(ipv4FromBits(view.getUint32(4))) }),
    quoted: readPacket(quotation, {
      naming: reading.naming,
      isQuoted: true,
      readFrame: undefined,
    }),
    quotedBytes: quotation.length,
  };
}

function udpJson(body: Uint8Array, ip: HeaderJson, reading: Reading): JsonObject {
  const { naming, readFrame } = reading;
  const view = viewOf(body);
  const sourcePort = view.getUint16(0);
  const destinationPort = view.getUint16(2);
  const data = view.getUint16(4) - UDP_SIZE;
  const isVxlan = destinationPort === VXLAN_PORT && ip.mf !== true;
  if (!isVxlan || readFrame === undefined || body.length < UDP_SIZE + VXLAN_SIZE + 14) {
    const sport = naming.tokens.port(sourcePort);
    return { udp: { sport, dport: naming.tokens.port(destinationPort), data } };
  }
  const sport = naming.tokens.vxlanPort(ip.src, sourcePort);
  const vni = view.getUint32(UDP_SIZE + 4) >>> 8;
  const inner = readFrame(body.subarray(UDP_SIZE + VXLAN_SIZE));
  return { udp: { sport, dport: destinationPort, data }, vxlan: { vni }, inner };
}
