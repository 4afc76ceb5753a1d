/**
 * ICMP (RFC 792, RFC 1122 section 3.2.2; Linux: net/ipv4/icmp.c): errors, echo replies, and what a
 * host makes of the errors that it is told.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { formatIpv4, isMulticast } from '../../addr/ipv4';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_REDIRECT,
  type IcmpEcho,
  type IcmpError,
} from '../../wire/icmp';
import {
  type Ipv4Packet,
  type Ipv4Payload,
  NO_OPTIONS,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
} from '../../wire/ipv4';
import { quotePacket } from '../../wire/quote';
import type { Netns } from '../netns';
import type { RouteResult } from '../route-result';
import type { Skb } from '../skb';
import { selectSourceAddress } from '../source-address';
import { ipv4Step } from '../sysctl-step';
import { rateLimit } from './icmp-rate';
import { originate, sendLocal } from './local-output';
import { routeOutput } from './route-output';

const CODE_FRAGMENTATION_NEEDED = 4;
/** IPTOS_PREC_INTERNETCONTROL: errors travel first class. */
const TOS_OF_ERRORS = 0xc0;
const TOS_MASK = 0x1e;
const HEADERS_BYTES = 28;
/** RFC 1812, section 4.3.2.3: an error is at most this long. */
const ERROR_BYTES_MAX = 576;

/** `__icmp_send`: tells the packet's sender, unless it may not be told. */
export function sendError(skb: Skb, type: number, code: number, rest: number): void {
  const offending = skb.packet;
  const netns = netnsOf(skb);
  if (netns === undefined || SENDING.has(netns) || !mayBeToldOf(netns, skb)) return;
  const source = errorSource(netns, skb);
  const route = routeOutput(netns, {
    destination: offending.source,
    ...(source === undefined ? {} : { source }),
  });
  if (route.type === 'error') {
    skb.trace.add({
      kind: 'note',
      text: `cannot tell ${formatIpv4(offending.source)}: ${route.text}`,
    });
    return;
  }
  const isPmtu = type === ICMP_DEST_UNREACHABLE && code === CODE_FRAGMENTATION_NEEDED;
  const isFree = isPmtu || route.device === netns.loopback;
  const limit = isFree ? undefined : rateLimit(netns, offending.source, type);
  if (limit !== undefined) {
    skb.trace.add(limit);
    return;
  }
  const room = Math.min(route.mtu, ERROR_BYTES_MAX) - HEADERS_BYTES;
  const error: IcmpError = {
    kind: 'icmp-error',
    type,
    code,
    rest,
    quoted: quotePacket(offending, room),
  };
  const tos = (offending.tos & TOS_MASK) | TOS_OF_ERRORS;
  const packet = icmpPacket(netns, route.source, offending.source, tos, error);
  skb.trace.add({ kind: 'answer', what: `ICMP type ${type} code ${code}` });
  const answer = originate(netns, packet, skb.trace.id);
  answer.relateTo(skb);
  sendByIcmpSocket(netns, answer, route);
}

/** Errors are about unicast packets that are no errors themselves, and about first fragments. */
function mayBeToldOf(netns: Netns, skb: Skb): boolean {
  const { packet } = skb;
  if (skb.packetType !== 'host' || packet.fragmentOffset > 0) return false;
  if (packet.payload.kind === 'icmp-error') return false;
  return !isToGroup(netns, packet.destination);
}

/** The packet's own destination where that is an address of this host, else the route decides. */
function errorSource(netns: Netns, skb: Skb): Ipv4 | undefined {
  if (netns.isLocalAddress(skb.packet.destination)) return skb.packet.destination;
  if (netns.ipv4Conf.icmp_errors_use_inbound_ifaddr === 0 || skb.inDevice === undefined) {
    return undefined;
  }
  return selectSourceAddress(skb.inDevice, skb.packet.source, 'link');
}

function netnsOf(skb: Skb): Netns | undefined {
  return skb.inDevice?.netns ?? skb.route?.device.netns;
}

/** Hosts whose ICMP socket is at work. */
const SENDING = new WeakSet<Netns>();

/** `icmp_xmit_lock`: what its own packets meet on their way out cannot be told by the same socket. */
function sendByIcmpSocket(netns: Netns, skb: Skb, route: RouteResult): void {
  SENDING.add(netns);
  sendLocal(netns, skb, route);
  SENDING.delete(netns);
}

/** The kernel's own ICMP socket: no DF, an id from the host's counter. */
function icmpPacket(
  netns: Netns,
  source: Ipv4,
  destination: Ipv4,
  tos: number,
  payload: Ipv4Payload,
): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos,
    id: netns.nextIpId(),
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: netns.ipv4Conf.ip_default_ttl,
    protocol: PROTOCOL_ICMP,
    source,
    destination,
    options: NO_OPTIONS,
    payload,
  };
}

/** RTCF_BROADCAST or RTCF_MULTICAST: hosts neither complain of such packets nor answer them. */
function isToGroup(netns: Netns, destination: Ipv4): boolean {
  return isMulticast(destination) || netns.isBroadcast(destination);
}

/** `icmp_echo`: the reply leaves from the address that was asked, if there is a way back. */
export function answerEcho(netns: Netns, skb: Skb, echo: IcmpEcho): void {
  const { packet, trace } = skb;
  trace.deliver('ICMP');
  if (netns.ipv4Conf.icmp_echo_ignore_all !== 0) {
    trace.add(ipv4Step(netns, 'icmp_echo_ignore_all', 'this host answers no echo request'));
    return;
  }
  if (isToGroup(netns, packet.destination)) return;
  const route = routeOutput(netns, {
    destination: packet.source,
    source: packet.destination,
  });
  if (route.type === 'error') {
    trace.add({ kind: 'note', text: `no reply: ${route.text} to ${formatIpv4(packet.source)}` });
    return;
  }
  trace.add({ kind: 'answer', what: 'ICMP echo reply' });
  const reply: IcmpEcho = {
    kind: 'icmp-echo',
    type: 'reply',
    id: echo.id,
    sequence: echo.sequence,
    data: echo.data,
  };
  const answer = icmpPacket(netns, route.source, packet.source, packet.tos, reply);
  sendByIcmpSocket(netns, originate(netns, answer, trace.id), route);
}

/**
 * `icmp_unreach`: what remains of an error under ip_no_pmtu_disc. 1 hides the MTU that a router names,
 * 2 and 3 the whole message; 3 listens to those about TCP, whose numbers prove where they come from.
 */
export function heeded(netns: Netns, error: IcmpError): IcmpError | undefined {
  const mode = netns.ipv4Conf.ip_no_pmtu_disc;
  const isPmtu = error.type === ICMP_DEST_UNREACHABLE && error.code === CODE_FRAGMENTATION_NEEDED;
  if (mode === 0 || !isPmtu) return error;
  if (mode === 2 || (mode === 3 && error.quoted.protocol !== PROTOCOL_TCP)) return undefined;
  return mode === 3 ? error : { ...error, rest: 0 };
}

/** `icmp_unreach` and `icmp_redirect`: what the host itself learns from an error. */
export function learnFromError(netns: Netns, skb: Skb, error: IcmpError): void {
  const { quoted } = error;
  if (error.type === ICMP_DEST_UNREACHABLE && error.code === CODE_FRAGMENTATION_NEEDED) {
    const mtu = error.rest & 0xffff;
    netns.learnPathMtu(quoted.destination, mtu);
    const text = `the path to ${formatIpv4(quoted.destination)} takes ${mtu} bytes`;
    skb.trace.add({ kind: 'note', text });
  }
  if (quoted.protocol === PROTOCOL_IPIP) {
    skb.trace.add({ kind: 'note', text: 'the tunnel ignores errors about its outer packets' });
  }
  if (error.type === ICMP_REDIRECT) {
    skb.trace.add({ kind: 'note', text: 'the redirect is not followed' });
  }
}
