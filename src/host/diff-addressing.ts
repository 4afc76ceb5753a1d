/** Addresses, neighbours, VXLAN's forwarding entries and routes: what is on a host's devices. */
import { formatCidr } from '../addr/cidr';
import type { KeyedPart } from './diff-keyed';
import { diffKeyed, type PartDiff } from './diff-keyed';
import type { HostState } from './host-state';
import type { Op } from './op';
import type { Route } from './route';

type Address = HostState['addresses'][number];
type Neighbour = HostState['neighbours'][number];
type FdbEntry = HostState['fdb'][number];

export const ADDRESSES: KeyedPart<Address> = {
  key: ({ device, address, scope }) => `${device} ${formatCidr(address)} ${scope}`,
  isSame: () => true,
  put: ({ device, address, scope }) => [{ kind: 'address-add', device, address, scope }],
  remove: ({ device, address }) => [{ kind: 'address-delete', device, address }],
};

export const NEIGHBOURS: KeyedPart<Neighbour> = {
  key: ({ device, address }) => `${device} ${address}`,
  isSame: (one, other) => one.mac === other.mac,
  put: ({ device, address, mac }) => [
    { kind: 'neighbour-replace', device, address, mac, state: 'permanent' },
  ],
  remove: ({ device, address }) => [{ kind: 'neighbour-delete', device, address }],
};

export const FDB_ENTRIES: KeyedPart<FdbEntry> = {
  key: ({ device, mac }) => `${device} ${mac}`,
  isSame: (one, other) => one.remote === other.remote,
  put: ({ device, mac, remote }) => [{ kind: 'fdb-replace', device, mac, remote }],
  remove: ({ device, mac }) => [{ kind: 'fdb-delete', device, mac }],
};

const ROUTES: KeyedPart<Route> = {
  key: ({ destination, metric }) => {
    const prefix = destination.address * 64 + destination.length;
    return metric === 0 ? prefix : `${prefix} ${metric}`;
  },
  isSame: isSameRoute,
  put: (route) => [{ kind: 'route-replace', route }],
  remove: (route) => [{ kind: 'route-delete', route }],
};

/** Routes to a link come first, for the kernel looks there for the gateways of the others. */
export function diffRoutes(from: readonly Route[], to: readonly Route[]): PartDiff {
  const { forward, backward } = diffKeyed(from, to, ROUTES);
  const toLinks = forward.filter((op) => !hasGateway(op));
  return { forward: [...toLinks, ...forward.filter(hasGateway)], backward };
}

function hasGateway(op: Op): boolean {
  return op.kind === 'route-replace' && op.route.via !== undefined;
}

function isSameRoute(one: Route, other: Route): boolean {
  return (
    one.type === other.type &&
    one.via === other.via &&
    one.device === other.device &&
    one.source === other.source &&
    one.scope === other.scope &&
    one.proto === other.proto &&
    one.onlink === other.onlink
  );
}
