/**
 * Joins the layers: what a frame, a packet, an error, a neighbour's answer sets off.
 */
import { formatIpv4 } from '../addr/ipv4';
import { ICMP_DEST_UNREACHABLE } from '../wire/icmp';
import { sendError } from './ip/icmp';
import { receiveIpv4, receiveLoopback } from './ip/input';
import { sendTunnelled } from './ip/local-output';
import { sendToNeighbour } from './ip/output';
import { reject } from './ip/reject';
import { routeOutput } from './ip/route-output';
import { receiveArp, solicit } from './neighbour/arp';
import type { Neighbour, NeighbourActions } from './neighbour/neighbour';
import { Skb } from './skb';
import type { Stack } from './stack';

const CODE_HOST_UNREACHABLE = 1;

const stack: Stack = {
  newSkb(packet, trace, mark) {
    const skb = new Skb(packet, trace);
    skb.mark = mark;
    return skb;
  },

  receiveFrame(device, frame, type, trace) {
    const { payload } = frame;
    // Packet sockets see frames for others too.
    if (payload.kind === 'arp') device.netns.tellArpListeners(device, payload);
    if (type === 'other') {
      trace.drop('OTHERHOST', `the frame is for another MAC address than ${device.name}'s`);
    } else if (payload.kind === 'arp') {
      receiveArp(device, payload, type, trace);
    } else if (payload.kind === 'ipv4') {
      const skb = new Skb(payload, trace);
      skb.packetType = type;
      skb.sourceMac = frame.source;
      receiveIpv4(device, skb);
    } else {
      trace.drop('UNHANDLED_PROTO', `EtherType ${payload.etherType} is not spoken here`);
    }
  },

  receivePacket: receiveIpv4,

  receiveLoopback,

  routeOutput,
  sendTunnelled,
  sendError,
  reject,
  sendToNeighbour,
};

const neighbours: NeighbourActions = {
  solicit,

  /** `arp_error_report` and `ipv4_link_failure`: the sender hears of it, even this host itself. */
  fail(neighbour: Neighbour, packets) {
    for (const skb of packets) {
      sendError(skb, ICMP_DEST_UNREACHABLE, CODE_HOST_UNREACHABLE, 0);
      skb.trace.drop('NEIGH_FAILED', `nobody answers for ${formatIpv4(neighbour.address)}`);
    }
  },

  resend(_neighbour, skb) {
    if (skb.route?.type === 'unicast') sendToNeighbour(skb, skb.route);
  },
};

/** What a network needs to make hosts of. */
export interface Linux {
  readonly stack: Stack;
  readonly neighbours: NeighbourActions;
}

export const LINUX: Linux = { stack, neighbours };
