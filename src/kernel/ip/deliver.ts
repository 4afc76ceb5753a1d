/**
 * A packet has arrived: which protocol, which socket (`ip_protocol_deliver_rcu`,
 * net/ipv4/ip_input.c).
 */

import {
  ICMP_DEST_UNREACHABLE,
  ICMP_REDIRECT,
  type IcmpEcho,
  type IcmpError,
} from '../../wire/icmp';
import { type Data, PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import { payloadFault } from '../../wire/payload-fault';
import { quotedPorts } from '../../wire/quote';
import type { TcpSegment } from '../../wire/tcp';
import type { UdpDatagram } from '../../wire/udp';
import type { Device } from '../devices/device';
import { decapsulateIpip } from '../devices/ipip';
import { decapsulateVxlan, VxlanDriver } from '../devices/vxlan';
import type { Netns } from '../netns';
import type { Skb } from '../skb';
import { sendReset } from '../sockets/tcp-reset';
import { answerEcho, heeded, learnFromError } from './icmp';

const CODE_PROTOCOL_UNREACHABLE = 2;
const CODE_PORT_UNREACHABLE = 3;

export function deliverLocally(netns: Netns, skb: Skb): void {
  const { payload } = skb.packet;
  switch (payload.kind) {
    case 'icmp-echo':
    case 'icmp-error':
      receiveIcmp(netns, skb, payload);
      return;
    case 'udp':
      receiveUdp(netns, skb, payload);
      return;
    case 'tcp':
      receiveTcp(netns, skb, payload);
      return;
    case 'ipv4':
      receiveTunnelled(netns, skb);
      return;
    case 'data':
      refuse(netns, skb, payload);
      return;
  }
}

function receiveIcmp(netns: Netns, skb: Skb, message: IcmpEcho | IcmpError): void {
  if (message.kind === 'icmp-error') {
    receiveError(netns, skb, message);
    return;
  }
  for (const socket of netns.sockets.icmp) socket(skb, message);
  if (message.type === 'request') {
    answerEcho(netns, skb, message);
  } else {
    skb.trace.deliver('ICMP');
  }
}

function receiveError(netns: Netns, skb: Skb, message: IcmpError): void {
  const error = heeded(netns, message);
  if (error !== undefined) {
    for (const socket of netns.sockets.icmp) socket(skb, error);
    learnFromError(netns, skb, error);
    tellSocket(netns, skb, error);
  }
  skb.trace.deliver('ICMP');
}

/** `icmp_socket_deliver`: the socket that sent what the error quotes. */
function tellSocket(netns: Netns, skb: Skb, error: IcmpError): void {
  const { quoted } = error;
  const ports = quotedPorts(quoted);
  if (ports === undefined || error.type === ICMP_REDIRECT) return;
  if (quoted.protocol === PROTOCOL_UDP) {
    netns.sockets.udp.get(ports.source)?.fail(skb, error);
  } else if (quoted.protocol === PROTOCOL_TCP) {
    netns.sockets.connection(ports.source, quoted.destination, ports.destination)?.fail(skb, error);
  }
}

function receiveUdp(netns: Netns, skb: Skb, datagram: UdpDatagram): void {
  const { payload, destinationPort } = datagram;
  if (payload.kind === 'vxlan' && hasVxlanPort(netns.devices.values(), destinationPort)) {
    decapsulateVxlan(netns.devices.values(), skb, payload);
    return;
  }
  const socket = netns.sockets.udp.get(destinationPort);
  if (socket !== undefined && isForPeer(skb, datagram, socket.remote)) {
    skb.trace.deliver(`UDP port ${destinationPort}`);
    socket.receive(skb, datagram);
    return;
  }
  netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODE_PORT_UNREACHABLE, 0);
  skb.trace.drop('NO_SOCKET', `nobody listens on UDP port ${destinationPort}`);
}

function isForPeer(
  { packet }: Skb,
  datagram: UdpDatagram,
  remote: { readonly address: number; readonly port: number } | undefined,
): boolean {
  if (remote === undefined) return true;
  return remote.address === packet.source && remote.port === datagram.sourcePort;
}

function hasVxlanPort(devices: Iterable<Device>, port: number): boolean {
  for (const { driver, isUp } of devices) {
    if (driver instanceof VxlanDriver && isUp && driver.options.port === port) return true;
  }
  return false;
}

function receiveTcp(netns: Netns, skb: Skb, segment: TcpSegment): void {
  const { sourcePort, destinationPort } = segment;
  const { sockets } = netns;
  const endpoint =
    sockets.connection(destinationPort, skb.packet.source, sourcePort) ??
    sockets.tcpListeners.get(destinationPort);
  if (endpoint !== undefined) {
    skb.trace.deliver(`TCP port ${destinationPort}`);
    endpoint.receive(skb, segment);
    return;
  }
  sendReset(netns, skb, segment, false);
  skb.trace.drop('NO_SOCKET', `nobody listens on TCP port ${destinationPort}`);
}

/** `tunnel4_rcv`: the fallback tunnel takes packets from anybody, if it is there and up. */
function receiveTunnelled(netns: Netns, skb: Skb): void {
  const { payload } = skb.packet;
  if (payload.kind !== 'ipv4') return;
  let isLoaded = false;
  for (const device of netns.devices.values()) {
    if (device.driver.kind !== 'ipip') continue;
    if (device.isUp) {
      decapsulateIpip(device, skb, payload);
      return;
    }
    isLoaded = true;
  }
  const code = isLoaded ? CODE_PORT_UNREACHABLE : CODE_PROTOCOL_UNREACHABLE;
  netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, code, 0);
  skb.trace.drop('IP_NOPROTO', 'no IPIP tunnel is up');
}

/** Bytes that no codec could read: a wrong checksum, or a protocol that this host has not. */
function refuse(netns: Netns, skb: Skb, payload: Data): void {
  const fault = payloadFault(skb.packet);
  if (fault !== undefined) {
    skb.trace.drop(fault, `${payload.bytes.length} bytes that are not what they claim to be`);
    return;
  }
  if (skb.packet.protocol === PROTOCOL_ICMP) {
    skb.trace.deliver('ICMP');
    return;
  }
  netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODE_PROTOCOL_UNREACHABLE, 0);
  skb.trace.drop('IP_NOPROTO', `protocol ${skb.packet.protocol} is not spoken here`);
}
