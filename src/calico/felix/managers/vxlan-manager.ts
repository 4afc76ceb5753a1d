/**
 * vxlan.calico (felix/dataplane/linux/vxlan_mgr.go): the device, what it must know of each other
 * node's (its MAC and where frames for it go), and the routes of all VXLAN pools, own blocks included.
 * Nothing is learnt from the wire.
 */
import type { Cidr } from '../../../addr/cidr';
import type { Ipv4 } from '../../../addr/ipv4';
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { Route } from '../../../host/route';
import { advertisementsOf } from '../../advertisement';
import type { CalicoModel, CalicoNode } from '../../model';
import { blocksOf, indexOf, isOnSubnetOf } from '../../model-index';
import { vxlanMtu } from '../../mtu';
import { vxlanMac } from '../../names';
import { perModel } from '../../per-model';

const DEVICE = 'vxlan.calico';

export function vxlanState(model: CalicoModel, node: CalicoNode): HostState {
  const own = node.vxlanTunnelAddress;
  if (!indexOf(model).hasVxlan || own === undefined) return EMPTY_HOST_STATE;
  const others = vteps(model).filter((vtep) => vtep.node !== node);
  const { vxlanVNI: vni, vxlanPort: port } = model.felix;
  return {
    ...EMPTY_HOST_STATE,
    links: [
      {
        kind: 'vxlan',
        name: DEVICE,
        mac: vxlanMac(node.name),
        mtu: vxlanMtu(model, node),
        vni,
        port,
        local: node.address.address,
        device: node.nic.name,
      },
    ],
    addresses: [{ device: DEVICE, address: { address: own, length: 32 }, scope: 'global' }],
    routes: [...ownBlackholes(model, node), ...others.flatMap((vtep) => routesTo(vtep, node))],
    neighbours: others.map(({ neighbour }) => neighbour),
    fdb: others.map(({ fdb }) => fdb),
  };
}

/** A node as the others see it through their VXLAN devices. */
interface Vtep {
  readonly node: CalicoNode;
  readonly neighbour: HostState['neighbours'][number];
  readonly fdb: HostState['fdb'][number];
  readonly destinations: readonly {
    readonly prefix: Cidr;
    readonly isCrossSubnet: boolean;
    readonly tunnelled: Route;
  }[];
}

const vteps = perModel((model): readonly Vtep[] =>
  model.nodes.flatMap((node) => {
    const address = node.vxlanTunnelAddress;
    if (address === undefined) return [];
    const mac = vxlanMac(node.name);
    return [
      {
        node,
        neighbour: { device: DEVICE, address, mac },
        fdb: { device: DEVICE, mac, remote: node.address.address },
        destinations: advertisementsOf(model, node)
          .filter(({ pool }) => pool !== undefined && pool.vxlanMode !== 'Never')
          .map(({ prefix, pool }) => ({
            prefix,
            isCrossSubnet: pool?.vxlanMode === 'CrossSubnet',
            tunnelled: onlinkRoute(prefix, address, DEVICE, 'boot'),
          })),
      },
    ];
  }),
);

function routesTo(vtep: Vtep, node: CalicoNode): readonly Route[] {
  const isNeighbour = isOnSubnetOf(node, vtep.node);
  return vtep.destinations.map(({ prefix, isCrossSubnet, tunnelled }) => {
    if (!isCrossSubnet || !isNeighbour) return tunnelled;
    return onlinkRoute(prefix, vtep.node.address.address, node.nic.name, '80');
  });
}

function ownBlackholes(model: CalicoModel, node: CalicoNode): readonly Route[] {
  const { pools } = indexOf(model);
  return blocksOf(model, node)
    .filter(({ cidr }) => (pools.lookup(cidr.address)?.vxlanMode ?? 'Never') !== 'Never')
    .map(({ cidr: destination }) => ({
      type: 'blackhole',
      destination,
      via: undefined,
      device: undefined,
      source: undefined,
      scope: 'global',
      proto: '80',
      metric: 0,
      onlink: false,
    }));
}

function onlinkRoute(destination: Cidr, via: Ipv4, device: string, proto: Route['proto']): Route {
  return {
    type: 'unicast',
    destination,
    via,
    device,
    source: undefined,
    scope: 'global',
    proto,
    metric: 0,
    onlink: true,
  };
}
