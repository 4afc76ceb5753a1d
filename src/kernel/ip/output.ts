/**
 * A packet leaves: postrouting, cutting to the MTU, the neighbour's address, the device
 * (`ip_output` to `ip_finish_output2`, net/ipv4/ip_output.c).
 */
import { BROADCAST_MAC, type Mac, ZERO_MAC } from '../../addr/mac';
import type { Frame } from '../../wire/ethernet';
import { fragmentPacket } from '../../wire/fragment';
import { ICMP_DEST_UNREACHABLE } from '../../wire/icmp';
import { packetLength } from '../../wire/ipv4';
import type { Device } from '../devices/device';
import type { Neighbour } from '../neighbour/neighbour';
import type { Netns } from '../netns';
import type { RouteResult } from '../route-result';
import { Skb } from '../skb';
import { passHook } from './hook';

const CODE_FRAGMENTATION_NEEDED = 4;

/** `ip_output`. @returns false where the packet died before it reached the device */
export function output(netns: Netns, skb: Skb, route: RouteResult): boolean {
  skb.outInterface = route.device.name;
  skb.route = route;
  if (!passHook(netns, skb, 'postrouting')) return false;
  if (packetLength(skb.packet) > route.mtu || skb.fragmentSizeMax > 0) {
    return fragment(netns, skb, route);
  }
  finish(netns, skb, route);
  return true;
}

/** `ip_fragment`: cuts, unless DF forbids it. */
function fragment(netns: Netns, skb: Skb, route: RouteResult): boolean {
  const tooBig = packetLength(skb.packet) > route.mtu;
  const isForbidden =
    !skb.ignoresDf || (skb.fragmentSizeMax > 0 && skb.fragmentSizeMax > route.mtu);
  if (skb.packet.dontFragment && tooBig && isForbidden) {
    netns.stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODE_FRAGMENTATION_NEEDED, route.mtu);
    skb.trace.drop('PKT_TOO_BIG', `${packetLength(skb.packet)} bytes with DF exceed ${route.mtu}`);
    return false;
  }
  const pieces = fragmentPacket(skb.packet, route.mtu, skb.fragmentSizeMax);
  if (pieces.length === 1) {
    finish(netns, skb, route);
    return true;
  }
  skb.trace.add({ kind: 'fragment', mtu: route.mtu, pieces: pieces.length });
  skb.trace.end({ kind: 'split' });
  for (const piece of pieces) {
    const trace = netns.network.newTrace(piece, skb.trace.id);
    trace.enter(netns.name, netns.network.nowUs);
    const part = new Skb(piece, trace);
    part.mark = skb.mark;
    part.route = route;
    part.inDevice = skb.inDevice;
    finish(netns, part, route);
  }
  return true;
}

/** `ip_finish_output2`. */
function finish(netns: Netns, skb: Skb, route: RouteResult): void {
  const { device } = route;
  if (!device.driver.hasLinkLayer) {
    device.transmit(skb.packet, skb.trace, skb);
    return;
  }
  if (device === netns.loopback) {
    transmitTo(device, ZERO_MAC, skb);
    return;
  }
  if (route.type === 'broadcast') {
    transmitTo(device, BROADCAST_MAC, skb);
    return;
  }
  sendToNeighbour(skb, route);
}

/** `neigh_output`: sends at once where the address is known, else the packet waits. */
export function sendToNeighbour(skb: Skb, route: RouteResult): void {
  const { device, nextHop } = route;
  const row = device.netns.neighbours.findOrCreate(device, nextHop);
  skb.route = route;
  noteNeighbour(skb, row);
  if (row.use(skb) && row.mac !== undefined) transmitTo(device, row.mac, skb);
}

/** The row as it was found; asking changes it. */
function noteNeighbour(skb: Skb, row: Neighbour): void {
  skb.trace.add({
    kind: 'neighbour',
    address: row.address,
    device: row.device.name,
    state: row.state,
    mac: row.mac,
  });
}

function transmitTo(device: Device, destination: Mac, skb: Skb): void {
  const frame: Frame = {
    kind: 'frame',
    destination,
    source: device.mac ?? ZERO_MAC,
    payload: skb.packet,
  };
  device.transmit(frame, skb.trace, skb);
}
