/**
 * Small networks of any shape, for laws that hold in all of them: two segments with a router between,
 * one to three nodes with pods behind them, and a plain, IPIP or VXLAN way from node to node.
 */
import { ANYWHERE, cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import { seededRandom } from '../../base/random';
import { Segment } from '../devices/segment';
import type { Netns } from '../netns';
import { Network } from '../network';
import { applyOp } from '../ops/apply-op';
import { LINUX } from '../stack-of-linux';
import { addHost, addPod, addRoute, plug } from './node-with-pods';

export type Encapsulation = 'none' | 'ipip' | 'vxlan';

export interface Shape {
  readonly seed: number;
  readonly wireMode: boolean;
  readonly lossPercent: number;
  readonly encapsulation: Encapsulation;
  /** One entry for each node: its segment, and how many pods it has. */
  readonly nodes: readonly { readonly segment: 0 | 1; readonly pods: number }[];
}

interface Place {
  readonly number: number;
  readonly segment: 0 | 1;
  readonly host: Netns;
}

/** Node `n1` is 10.0.SEGMENT.1, its first pod `n1p1` is 10.1.1.1; the router is .254 of each segment. */
export function smallNetwork(shape: Shape): Network {
  const { seed, wireMode, lossPercent } = shape;
  const network = new Network(LINUX, { random: seededRandom(seed), wireMode });
  const segments = [0, 1].map((index) => new Segment(`lan${index}`, { lossPercent }));
  const router = addForwarder(network, 'router');
  segments.forEach((segment, index) => {
    plug(router, segment, `eth${index}`, `02:00:00:00:09:0${index}`, `10.0.${index}.254/24`);
  });
  const places = shape.nodes.map(({ segment, pods }, index): Place => {
    const number = index + 1;
    const host = addForwarder(network, `n${number}`);
    const wire = segments[segment];
    if (wire)
      plug(host, wire, 'ens5', `02:00:00:00:01:0${number}`, `${addressOf({ segment, number })}/24`);
    addRoute(host, { destination: ANYWHERE, via: ipv4(`10.0.${segment}.254`) });
    addRoute(host, { type: 'blackhole', destination: blockOf(number), proto: 'bird' });
    for (let pod = 1; pod <= pods; pod++) {
      addPod(host, `n${number}p${pod}`, `10.1.${number}.${pod}`, `02:aa:00:00:0${number}:0${pod}`);
    }
    return { number, segment, host };
  });
  for (const place of places) {
    addRoute(router, { destination: blockOf(place.number), via: ipv4(addressOf(place)) });
    joinOthers(place, places, shape.encapsulation);
  }
  return network;
}

function addForwarder(network: Network, name: string): Netns {
  const host = addHost(network, name);
  applyOp(host, { kind: 'sysctl', path: 'net.ipv4.ip_forward', value: '1' });
  return host;
}

function addressOf({ segment, number }: Omit<Place, 'host'>): string {
  return `10.0.${segment}.${number}`;
}

function blockOf(number: number) {
  return cidr(`10.1.${number}.0/24`);
}

function vtepOf(number: number) {
  return mac(`66:00:00:00:00:0${number}`);
}

/** The node's way to the blocks of the others. */
function joinOthers(place: Place, places: readonly Place[], encapsulation: Encapsulation): void {
  const { host } = place;
  const others = places.filter((other) => other !== place);
  if (encapsulation !== 'none') addTunnel(place, encapsulation);
  for (const other of others) {
    const destination = blockOf(other.number);
    const remote = ipv4(addressOf(other));
    const tunnelEnd = ipv4(`10.1.${other.number}.0`);
    if (encapsulation === 'none') {
      // A node on the other segment is behind the router, where the default route leads anyway.
      if (other.segment === place.segment) addRoute(host, { destination, via: remote });
    } else if (encapsulation === 'ipip') {
      addRoute(host, { destination, via: remote, device: 'tun', onlink: true });
    } else {
      addRoute(host, { destination, via: tunnelEnd, device: 'tun', onlink: true });
      const far = { device: 'tun', mac: vtepOf(other.number) };
      applyOp(host, { kind: 'neighbour-replace', ...far, address: tunnelEnd, state: 'permanent' });
      applyOp(host, { kind: 'fdb-replace', ...far, remote });
    }
  }
}

function addTunnel(place: Place, kind: 'ipip' | 'vxlan'): void {
  const { host, number } = place;
  applyOp(host, {
    kind: 'link-add',
    link:
      kind === 'ipip'
        ? { kind, name: 'tun', mtu: 1480 }
        : {
            kind,
            name: 'tun',
            mac: vtepOf(number),
            mtu: 1450,
            vni: 4096,
            port: 4789,
            local: ipv4(addressOf(place)),
            device: 'ens5',
          },
  });
  applyOp(host, { kind: 'link-up', device: 'tun' });
  applyOp(host, {
    kind: 'address-add',
    device: 'tun',
    address: { address: ipv4(`10.1.${number}.0`), length: 32 },
    scope: 'global',
  });
}
