/**
 * vxlan.calico: whole frames in UDP (RFC 7348; Linux: drivers/net/vxlan/vxlan_core.c), with
 * `nolearning`: only entries of the forwarding database say which node a MAC address is on.
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { formatMac, type Mac } from '../../addr/mac';
import type { Frame } from '../../wire/ethernet';
import { type Ipv4Packet, NO_OPTIONS, PROTOCOL_UDP } from '../../wire/ipv4';
import type { VxlanPacket } from '../../wire/vxlan';
import type { Skb } from '../skb';
import type { Device, DeviceDriver } from './device';
import { outerEcn } from './ipip';

export interface VxlanOptions {
  readonly vni: number;
  readonly port: number;
  readonly local: Ipv4;
}

/** Outer source ports come from the host's local port range, one for each inner flow. */
const SOURCE_PORT_MIN = 32_768;
const SOURCE_PORT_MAX = 60_999;

export class VxlanDriver implements DeviceDriver {
  readonly kind = 'vxlan';
  readonly hasLinkLayer = true;
  readonly usesArp = true;
  readonly options: VxlanOptions;
  readonly #fdb = new Map<Mac, Ipv4>();
  readonly #hashKey: number;

  constructor(options: VxlanOptions, hashKey: number) {
    this.options = options;
    this.#hashKey = hashKey;
  }

  /** `bridge fdb replace MAC dev vxlan.calico dst REMOTE self permanent`. */
  setRemote(mac: Mac, remote: Ipv4): void {
    this.#fdb.set(mac, remote);
  }

  deleteRemote(mac: Mac): void {
    this.#fdb.delete(mac);
  }

  /** MAC address to tunnel endpoint, as `bridge fdb show` lists them. */
  get remotes(): ReadonlyMap<Mac, Ipv4> {
    return this.#fdb;
  }

  hasCarrier(): boolean {
    return true;
  }

  transmit(...[device, unit, trace, skb]: Parameters<DeviceDriver['transmit']>): void {
    if (unit.kind !== 'frame') return;
    const remote = this.#fdb.get(unit.destination);
    if (remote === undefined) {
      trace.drop('VXLAN_NO_REMOTE', `no forwarding entry for ${formatMac(unit.destination)}`);
      return;
    }
    const { stack } = device.netns;
    const route = stack.routeOutput(device.netns, {
      destination: remote,
      source: this.options.local,
    });
    if (route.type === 'error' || route.device === device) {
      trace.drop('IP_OUTNOROUTES', `${device.name} finds no way to ${formatIpv4(remote)}`);
      return;
    }
    // `ip4_dst_hoplimit`: a device without a TTL of its own takes the host's.
    const ttl = device.netns.ipv4Conf.ip_default_ttl;
    const outer = this.#encapsulate(unit, remote, device.netns.nextIpId(), ttl);
    trace.add({ kind: 'encapsulate', device: device.name, outer });
    stack.sendTunnelled(device.netns, outer, route, skb ?? stack.newSkb(outer, trace, 0));
  }

  #encapsulate(inner: Frame, remote: Ipv4, id: number, ttl: number): Ipv4Packet {
    const { vni, port, local } = this.options;
    return {
      kind: 'ipv4',
      tos: inner.payload.kind === 'ipv4' ? outerEcn(inner.payload.tos) : 0,
      id,
      dontFragment: false,
      moreFragments: false,
      fragmentOffset: 0,
      ttl,
      protocol: PROTOCOL_UDP,
      source: local,
      destination: remote,
      options: NO_OPTIONS,
      payload: {
        kind: 'udp',
        sourcePort: this.#sourcePort(inner),
        destinationPort: port,
        hasChecksum: true,
        payload: { kind: 'vxlan', vni, inner },
      },
    };
  }

  /** `udp_flow_src_port`: one port per inner flow, keyed so that hosts differ. */
  #sourcePort(inner: Frame): number {
    const span = SOURCE_PORT_MAX - SOURCE_PORT_MIN + 1;
    return SOURCE_PORT_MIN + (flowHash(inner, this.#hashKey) % span);
  }
}

/** Addresses, protocol and ports, as the flow dissector takes them; an ICMP id is none of these. */
function flowHash(frame: Frame, key: number): number {
  const { payload } = frame;
  if (payload.kind !== 'ipv4') return key >>> 0;
  let hash = key ^ payload.protocol;
  const mix = (word: number) => {
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  };
  mix(payload.source);
  mix(payload.destination);
  const segment = payload.payload;
  if (segment.kind === 'udp' || segment.kind === 'tcp') {
    mix((segment.sourcePort << 16) | segment.destinationPort);
  }
  return hash >>> 0;
}

/** `vxlan_rcv`: the inner frame comes in again, by the device of its VNI. */
export function decapsulateVxlan(devices: Iterable<Device>, skb: Skb, vxlan: VxlanPacket): void {
  for (const device of devices) {
    const { driver } = device;
    if (!(driver instanceof VxlanDriver) || driver.options.vni !== vxlan.vni || !device.isUp)
      continue;
    if (vxlan.inner.source === device.mac) {
      skb.trace.drop('NOT_SPECIFIED', `${device.name} sent this frame itself`);
      return;
    }
    skb.trace.add({ kind: 'decapsulate', device: device.name, inner: vxlan.inner });
    device.receive(vxlan.inner, skb.trace);
    return;
  }
  skb.trace.drop('VXLAN_VNI_NOT_FOUND', `no device for VNI ${vxlan.vni}`);
}
