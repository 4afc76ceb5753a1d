/**
 * Which way each node sends the other nodes' blocks, as BIRD (or Felix, with VXLAN) would have it.
 */
import { type Cidr, cidr, cidrOf, parseInterfaceAddress } from '../../addr/cidr';
import { type Ipv4, ipv4 } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import type { Scenario, ScenarioNode } from '../scenario';

interface BlockRoute {
  readonly block: Cidr;
  readonly peer: string;
  readonly via: Ipv4;
  readonly device: string;
  readonly onlink: boolean;
}

export const TUNNEL_DEVICES = { none: undefined, ipip: 'tunl0', vxlan: 'vxlan.calico' } as const;

export function blocksOf(node: ScenarioNode): readonly Cidr[] {
  return [node.block, ...node.extraBlocks].map(cidr);
}

/** The node's tunnel address: the first of its first block. */
export function tunnelAddress(node: ScenarioNode): Ipv4 {
  return cidr(node.block).address;
}

export function addressOf(node: ScenarioNode): Ipv4 {
  return ipv4(node.ip.replace(/\/\d+$/, ''));
}

export function blockRoutes({ nodes, encapsulation }: Scenario, name: string): BlockRoute[] {
  const node = nodes.get(name);
  if (node === undefined) return [];
  const routes: BlockRoute[] = [];
  for (const [peer, other] of nodes) {
    if (peer === name) continue;
    const isOnSubnet = subnetOf(other) === subnetOf(node);
    const isPlain = encapsulation.kind === 'none' || (encapsulation.crossSubnetOnly && isOnSubnet);
    for (const block of blocksOf(other)) {
      if (isPlain) {
        // A peer behind the router is reached by the route to its address, as BIRD resolves it.
        const via = isOnSubnet ? addressOf(other) : ipv4(node.gw);
        routes.push({ block, peer, via, device: node.uplink, onlink: false });
      } else {
        const isIpip = encapsulation.kind === 'ipip';
        const via = isIpip ? addressOf(other) : tunnelAddress(other);
        const device = isIpip ? TUNNEL_DEVICES.ipip : TUNNEL_DEVICES.vxlan;
        routes.push({ block, peer, via, device, onlink: true });
      }
    }
  }
  return routes;
}

function subnetOf(node: ScenarioNode): number | undefined {
  const own = parseInterfaceAddress(node.ip);
  return own && cidrOf(own.address, own.length).address;
}

/** The node's own blocks end here, the others leave. */
export function nodeRoutes(scenario: Scenario, name: string): Route[] {
  const node = scenario.nodes.get(name);
  if (node === undefined) return [];
  const own = blocksOf(node).map((block) => ({
    ...BIRD_ROUTE,
    type: 'blackhole' as const,
    destination: block,
  }));
  const others = blockRoutes(scenario, name).map((route) => ({
    ...BIRD_ROUTE,
    destination: route.block,
    device: route.device,
    ...viaOf(scenario, route),
  }));
  return [...own, ...others];
}

/** Stock BIRD knows no tunnel: its routes leave by tunl0 without a gateway. */
function viaOf({ routing }: Scenario, { device, via, onlink }: BlockRoute): Partial<Route> {
  const isStockBird = routing === 'bird' && device === TUNNEL_DEVICES.ipip;
  return isStockBird ? { scope: 'link' } : { via, onlink };
}

const BIRD_ROUTE: Route = {
  type: 'unicast',
  destination: cidr('0.0.0.0/0'),
  via: undefined,
  device: undefined,
  source: undefined,
  scope: 'global',
  proto: 'bird',
  metric: 0,
  onlink: false,
};
