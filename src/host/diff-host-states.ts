/**
 * The way from one wanted state of a host to another, in an order that a kernel accepts: links before
 * addresses before routes, sets before the rules that ask them, chains before the jumps to them; what
 * must go goes last and in the reverse order.
 *
 * Parts that are the same object in both states cost one comparison.
 */
import { ADDRESSES, diffRoutes, FDB_ENTRIES, NEIGHBOURS } from './diff-addressing';
import { diffKeyed } from './diff-keyed';
import { diffLinks } from './diff-links';
import { diffRules, IP_SETS } from './diff-rules';
import { diffSysctls } from './diff-sysctls';
import type { HostState } from './host-state';
import type { Op } from './op';

export function diffHostStates(from: HostState, to: HostState): readonly Op[] {
  if (from === to) return [];
  const links = diffLinks(from.links, to.links);
  // All that is on a device goes with it: what of that is still wanted is put there again.
  const left = links.gone.size === 0 ? from : withoutDevices(from, links.gone);
  const parts = [
    links,
    diffSysctls(left.sysctls, to.sysctls),
    diffKeyed(left.addresses, to.addresses, ADDRESSES),
    diffKeyed(left.neighbours, to.neighbours, NEIGHBOURS),
    diffKeyed(left.fdb, to.fdb, FDB_ENTRIES),
    diffRoutes(left.routes, to.routes),
    diffKeyed(left.ipsets, to.ipsets, IP_SETS),
    diffRules(left, to),
  ];
  const forward = parts.flatMap((part) => part.forward);
  const backward = parts.reverse().flatMap((part) => part.backward);
  return [...forward, ...backward];
}

function withoutDevices(state: HostState, gone: ReadonlySet<string>): HostState {
  const isLeft = ({ device }: { readonly device: string | undefined }) =>
    device === undefined || !gone.has(device);
  const isOfLeft = ([path]: readonly [string, string]) => !gone.has(deviceOf(path));
  return {
    links: state.links,
    addresses: state.addresses.filter(isLeft),
    routes: state.routes.filter(isLeft),
    neighbours: state.neighbours.filter(isLeft),
    fdb: state.fdb.filter(isLeft),
    sysctls: new Map([...state.sysctls].filter(isOfLeft)),
    ipsets: state.ipsets,
    chains: state.chains,
    hooks: state.hooks,
  };
}

/** `net.ipv4.conf.DEVICE.rp_filter`: a device's name may have dots, the last word has none. */
function deviceOf(path: string): string {
  return /^net\.ipv[46]\.(?:conf|neigh)\.(.+)\.\w+$/.exec(path)?.[1] ?? '';
}
