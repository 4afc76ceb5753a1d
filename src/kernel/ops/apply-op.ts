/**
 * The one door by which a host is changed: every `Op`, whoever wants it.
 */
import { unreachable } from '../../base/invariant';
import type { Op } from '../../host/op';
import { DEFAULT_IP_SET_SETTINGS, type IpSetSettings } from '../../netfilter/ipset/ip-set';
import { VxlanDriver } from '../devices/vxlan';
import type { Netns } from '../netns';
import { addAddress, deleteAddress } from './addresses';
import { addLink, deviceOf, setDown, setMac, setMtu, setUp } from './links';
import { OpError } from './op-error';
import { addRoute, appendRoute, deleteRoute, replaceRoute } from './routes';
import { writeSysctl } from './sysctl';

/** @throws OpError where Linux would refuse; the host is then as it was */
export function applyOp(netns: Netns, op: Op): void {
  carryOut(netns, op);
  const { watcher } = netns.network;
  if (watcher?.isAwake && !isNetfilterOp(op)) watcher.edited(netns, { kind: 'op', op });
}

/** Netfilter tells of its changes itself. */
function isNetfilterOp({ kind }: Op): boolean {
  return kind.startsWith('chain-') || kind.startsWith('rule-') || kind.startsWith('ipset-');
}

function carryOut(netns: Netns, op: Op): void {
  switch (op.kind) {
    case 'link-add':
      addLink(netns, op.link);
      return;
    case 'link-delete':
      netns.removeDevice(deviceOf(netns, op.device));
      return;
    case 'link-up':
      setUp(deviceOf(netns, op.device));
      return;
    case 'link-down':
      setDown(deviceOf(netns, op.device));
      return;
    case 'link-mtu':
      setMtu(deviceOf(netns, op.device), op.mtu);
      return;
    case 'link-mac':
      setMac(deviceOf(netns, op.device), op.mac);
      return;
    case 'address-add':
      addAddress(deviceOf(netns, op.device), op.address, op.scope);
      return;
    case 'address-delete':
      deleteAddress(deviceOf(netns, op.device), op.address);
      return;
    case 'route-add':
    case 'route-append':
    case 'route-replace':
    case 'route-delete':
      applyRouteOp(netns, op);
      return;
    case 'sysctl':
      writeSysctl(netns, op.path, op.value);
      return;
    case 'neighbour-replace':
    case 'neighbour-delete':
    case 'neighbour-flush':
    case 'fdb-replace':
    case 'fdb-delete':
      applyNeighbourOp(netns, op);
      return;
    default:
      applyNetfilterOp(netns, op);
  }
}

type RouteOp = Extract<Op, { kind: `route-${string}` }>;

function applyRouteOp(netns: Netns, { kind, route }: RouteOp): void {
  switch (kind) {
    case 'route-add':
      addRoute(netns, route);
      return;
    case 'route-append':
      appendRoute(netns, route);
      return;
    case 'route-replace':
      replaceRoute(netns, route);
      return;
    case 'route-delete':
      deleteRoute(netns, route);
      return;
    default:
      unreachable(kind);
  }
}

type NeighbourOp = Extract<Op, { kind: `neighbour-${string}` | `fdb-${string}` }>;

function applyNeighbourOp(netns: Netns, op: NeighbourOp): void {
  const device = deviceOf(netns, op.device);
  switch (op.kind) {
    case 'neighbour-replace':
      netns.neighbours.findOrCreate(device, op.address).update(op.mac, op.state, true, true);
      return;
    case 'neighbour-delete':
      if (!netns.neighbours.deleteByAdmin(device, op.address)) throw new OpError('ENOENT');
      return;
    case 'neighbour-flush':
      netns.neighbours.flushByAdmin(device);
      return;
    case 'fdb-replace':
      fdbOf(device.driver).setRemote(op.mac, op.remote);
      return;
    case 'fdb-delete':
      fdbOf(device.driver).deleteRemote(op.mac);
      return;
    default:
      unreachable(op);
  }
}

function fdbOf(driver: object): VxlanDriver {
  if (!(driver instanceof VxlanDriver)) throw new OpError('EOPNOTSUPP');
  return driver;
}

/** As `op.ts` says of `ipset-create`. */
const ROOMY_SET: IpSetSettings = { ...DEFAULT_IP_SET_SETTINGS, maxMembers: 1_048_576 };

type NetfilterOp = Extract<Op, { kind: `chain-${string}` | `rule-${string}` | `ipset-${string}` }>;

function applyNetfilterOp({ netfilter }: Netns, op: NetfilterOp): void {
  switch (op.kind) {
    case 'chain-restore':
      netfilter.restoreChain(op.table, op.chain, op.rules);
      return;
    case 'chain-delete':
      netfilter.deleteChain(op.table, op.chain);
      return;
    case 'chain-policy':
      netfilter.setPolicy(op.table, op.chain, op.policy);
      return;
    case 'rule-insert':
      netfilter.insertRule(op.table, op.chain, op.at, op.rule);
      return;
    case 'rule-append':
      netfilter.appendRule(op.table, op.chain, op.rule);
      return;
    case 'rule-delete':
      netfilter.deleteRule(op.table, op.chain, op.rule);
      return;
    case 'ipset-create':
      netfilter.ipsets.create(op.name, op.type, ROOMY_SET);
      return;
    case 'ipset-destroy':
      netfilter.ipsets.destroy(op.name);
      return;
    case 'ipset-swap':
      netfilter.ipsets.restore(op.name, op.members);
      return;
    default:
      unreachable(op);
  }
}
