/**
 * tunl0, the fallback device of the ipip module: one tunnel to everywhere, whose far end is the
 * gateway of the inner packet's route (Linux: net/ipv4/ipip.c; `ip_tunnel_xmit` in
 * net/ipv4/ip_tunnel.c; RFC 2003).
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { ICMP_DEST_UNREACHABLE } from '../../wire/icmp';
import { type Ipv4Packet, NO_OPTIONS, PROTOCOL_IPIP, packetLength } from '../../wire/ipv4';
import type { Skb } from '../skb';
import type { Device, DeviceDriver } from './device';

const OUTER_HEADER_BYTES = 20;
const CODE_FRAGMENTATION_NEEDED = 4;
const ECN_MASK = 3;
const ECN_CE = 3;
const ECN_ECT0 = 2;

export class IpipDriver implements DeviceDriver {
  readonly kind = 'ipip';
  readonly hasLinkLayer = false;
  readonly usesArp = false;
  /**
   * Far ends by inner destination, where routes name none; a tunnel that somebody else than the
   * kernel drives (a TUN device) may know more than the routing table.
   */
  readonly #farEndOf: (destination: Ipv4) => Ipv4 | undefined;

  constructor(farEndOf: (destination: Ipv4) => Ipv4 | undefined = () => undefined) {
    this.#farEndOf = farEndOf;
  }

  hasCarrier(): boolean {
    return true;
  }

  transmit(...[device, , trace, skb]: Parameters<DeviceDriver['transmit']>): void {
    if (skb === undefined) {
      trace.drop('DEV_HDR', `${device.name} takes packets, not frames`);
      return;
    }
    const { stack } = device.netns;
    const inner = skb.packet;
    const farEnd =
      skb.route?.entry.route.via ?? this.#farEndOf(inner.destination) ?? inner.destination;
    const route = stack.routeOutput(device.netns, { destination: farEnd });
    if (route.type === 'error' || route.device === device) {
      trace.drop('IP_OUTNOROUTES', `${device.name} finds no way to ${formatIpv4(farEnd)}`);
      return;
    }
    const room = route.mtu - OUTER_HEADER_BYTES;
    if (inner.dontFragment && packetLength(inner) > room) {
      stack.sendError(skb, ICMP_DEST_UNREACHABLE, CODE_FRAGMENTATION_NEEDED, room);
      trace.drop('PKT_TOO_BIG', `the path to ${formatIpv4(farEnd)} leaves ${room} bytes`);
      return;
    }
    const outer = encapsulate(inner, route.source, farEnd, device.netns.nextIpId());
    trace.add({ kind: 'encapsulate', device: device.name, outer });
    stack.sendTunnelled(device.netns, outer, route, skb);
  }
}

/** The outer header: TTL and DF are the inner's, the DSCP is not. */
function encapsulate(inner: Ipv4Packet, source: Ipv4, destination: Ipv4, id: number): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: outerEcn(inner.tos),
    id,
    dontFragment: inner.dontFragment,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: inner.ttl,
    protocol: PROTOCOL_IPIP,
    source,
    destination,
    options: NO_OPTIONS,
    payload: inner,
  };
}

/** `INET_ECN_encapsulate` over a TOS of zero (RFC 3168, section 9.1.1). */
export function outerEcn(innerTos: number): number {
  const ecn = innerTos & ECN_MASK;
  return ecn === ECN_CE ? ECN_ECT0 : ecn;
}

/** `ipip_rcv`: the inner packet comes in again, by the tunnel's device. */
export function decapsulateIpip(device: Device, skb: Skb, inner: Ipv4Packet): void {
  skb.trace.add({ kind: 'decapsulate', device: device.name, inner });
  device.receivePacket(device.netns.stack.newSkb(inner, skb.trace, skb.mark));
}
