/**
 * A pod comes and goes, as the CNI plugin and Felix make and unmake it.
 */
import { cidr } from '../../addr/cidr';
import { type Ipv4, ipv4 } from '../../addr/ipv4';
import { type Mac, mac, macFromBits } from '../../addr/mac';
import { workloadInterfaceName } from '../../calico/names';
import type { Op } from '../../host/op';
import type { Route } from '../../host/route';
import type { ScenarioPod } from '../scenario';
import { CALI_MAC, CALICO_GATEWAY } from '../seed-cluster';
import type { World } from '../world';
import { addBareHost } from './bare-host';

const POD_NAMESPACE = 'default';

export function addPod(world: World, name: string, pod: ScenarioPod): void {
  const device = workloadInterfaceName(POD_NAMESPACE, name);
  const address = ipv4(pod.ip);
  const own = pod.mac === undefined ? macFor(address, 0x0200 | (pod.macSalt ?? 0)) : mac(pod.mac);
  const mtu = pod.mtu ?? world.scenario.mtu.pod;
  addBareHost(world, name);
  world.apply(pod.node, {
    kind: 'link-add',
    link: {
      kind: 'veth',
      name: device,
      mac: mac(pod.hostMac ?? CALI_MAC),
      mtu,
      peer: { netns: name, name: 'eth0', mac: own, mtu },
    },
  });
  world.addPod(name, { node: pod.node, address, device, mac: own });
  world.roles.name(own, name);
  world.apply(pod.node, ...interfaceSysctls(world, pod, device), { kind: 'link-up', device });
  world.apply(name, ...podOps(world, pod, address));
  if (pod.hostRoute)
    world.apply(pod.node, { kind: 'route-replace', route: hostRoute(address, device) });
}

/** CNI DEL: the pair goes, and with it the route and the neighbour. */
export function deletePod(world: World, name: string): void {
  const { node, device } = world.removePod(name);
  world.apply(node, { kind: 'link-delete', device });
  world.network.removeHost(name);
  world.tell({ kind: 'host-remove', host: name });
}

/** A MAC address that says whose it is: two bytes of its own, then the IPv4 address. */
export function macFor(address: Ipv4, high = 0x0200): Mac {
  return macFromBits(high, address);
}

function interfaceSysctls(world: World, pod: ScenarioPod, device: string): Op[] {
  const rpFilter = pod.rpFilter ?? world.netns(pod.node).confDefault.rp_filter;
  return [
    sysctl(`net/ipv4/conf/${device}/route_localnet`, 1),
    sysctl(`net/ipv4/neigh/${device}/proxy_delay`, pod.proxyDelay),
    sysctl(`net/ipv4/conf/${device}/proxy_arp`, pod.proxyArp),
    sysctl(`net/ipv4/conf/${device}/forwarding`, 1),
    sysctl(`net/ipv4/conf/${device}/rp_filter`, rpFilter),
  ];
}

export function sysctl(path: string, value: string | number): Op {
  return { kind: 'sysctl', path, value: String(value) };
}

function podOps({ scenario }: World, pod: ScenarioPod, address: Ipv4): Op[] {
  const gateway = ipv4(CALICO_GATEWAY);
  const isPermanent = (pod.gatewayNeigh ?? scenario.podGatewayNeigh) === 'permanent';
  const routes: Route[] = [
    { ...LINK_ROUTE, destination: { address: gateway, length: 32 }, device: 'eth0' },
    {
      ...LINK_ROUTE,
      destination: cidr('0.0.0.0/0'),
      via: gateway,
      device: 'eth0',
      scope: 'global',
    },
  ];
  return [
    sysctl('net/ipv4/ip_forward', 0),
    { kind: 'link-up', device: 'eth0' },
    ...(pod.gateway ? routes : []).map((route) => ({ kind: 'route-add', route }) as const),
    { kind: 'address-add', device: 'eth0', address: { address, length: 32 }, scope: 'global' },
    ...(isPermanent
      ? [
          {
            kind: 'neighbour-replace',
            device: 'eth0',
            address: gateway,
            mac: mac(pod.gatewayMac ?? CALI_MAC),
            state: 'permanent',
          } as const,
        ]
      : []),
  ];
}

function hostRoute(address: Ipv4, device: string): Route {
  return { ...LINK_ROUTE, destination: { address, length: 32 }, device };
}

const LINK_ROUTE: Route = {
  type: 'unicast',
  destination: cidr('0.0.0.0/0'),
  via: undefined,
  device: undefined,
  source: undefined,
  scope: 'link',
  proto: 'boot',
  metric: 0,
  onlink: false,
};
