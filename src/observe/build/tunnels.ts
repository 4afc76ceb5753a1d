/**
 * The nodes' tunnel devices, with the tables that tell them their peers.
 */
import { cidrContains } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import { IpipDriver } from '../../kernel/devices/ipip';
import type { World } from '../world';
import { addressOf, blockRoutes, TUNNEL_DEVICES, tunnelAddress } from './block-routes';
import { macFor } from './pod';

/** The upper two bytes of the MAC addresses of vxlan.calico. */
const VXLAN_MAC_HIGH = 0x6600;
const VNI = 4096;
const VXLAN_PORT = 4789;

export function addTunnels(world: World): void {
  const { kind } = world.scenario.encapsulation;
  const device = TUNNEL_DEVICES[kind];
  if (device === undefined) return;
  for (const [name, node] of world.scenario.nodes) {
    if (kind === 'ipip') addIpip(world, name);
    else addVxlan(world, name);
    const address = { address: tunnelAddress(node), length: 32 };
    world.apply(
      name,
      { kind: 'address-add', device, address, scope: 'global' },
      { kind: 'link-up', device },
    );
  }
  if (kind === 'vxlan') for (const name of world.scenario.nodes.keys()) addVxlanPeers(world, name);
}

function addIpip(world: World, name: string): void {
  const routes = blockRoutes(world.scenario, name).filter(
    ({ device }) => device === TUNNEL_DEVICES.ipip,
  );
  const farEndOf = (destination: Ipv4) =>
    routes.find(({ block }) => cidrContains(block, destination))?.via;
  const { tunnel } = world.scenario.mtu;
  const device = TUNNEL_DEVICES.ipip;
  world.netns(name).addDevice(device, new IpipDriver(farEndOf), undefined, tunnel);
  // Of a kind that answers by the block, for stock BIRD leaves no gateway in the routes.
  const link = { kind: 'ipip', name: device, mtu: tunnel } as const;
  world.tell({ kind: 'op', host: name, op: { kind: 'link-add', link } });
}

function addVxlan(world: World, name: string): void {
  const own = macFor(world.nodeAddress(name), VXLAN_MAC_HIGH);
  world.roles.name(own, `${name}/${TUNNEL_DEVICES.vxlan}`);
  world.apply(name, {
    kind: 'link-add',
    link: {
      kind: 'vxlan',
      name: TUNNEL_DEVICES.vxlan,
      mac: own,
      mtu: world.scenario.mtu.tunnel,
      vni: VNI,
      port: VXLAN_PORT,
      local: world.nodeAddress(name),
      device: world.scenario.nodes.get(name)?.uplink ?? 'ens5',
    },
  });
}

function addVxlanPeers(world: World, name: string): void {
  const device = TUNNEL_DEVICES.vxlan;
  for (const route of blockRoutes(world.scenario, name)) {
    const peer = world.scenario.nodes.get(route.peer);
    if (route.device !== device || peer === undefined) continue;
    const remote = addressOf(peer);
    const mac = macFor(remote, VXLAN_MAC_HIGH);
    world.apply(
      name,
      { kind: 'neighbour-replace', device, address: route.via, mac, state: 'permanent' },
      { kind: 'fdb-replace', device, mac, remote },
    );
  }
}
