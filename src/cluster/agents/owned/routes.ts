/**
 * The routes of a node by whom they belong to, read back. Felix takes every route by one of its
 * interfaces for its own, whoever made it, and every route of protocol 80
 * (felix/routetable/ownershippol, `RouteIsOurs`; `removeExternalRoutes` is on). BIRD's are those of
 * its protocol (proto/krt, `krt_got_route`), but for what Felix would remove.
 */
import { diffHostStates } from '../../../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { Op } from '../../../host/op';
import type { Route } from '../../../host/route';
import type { Netns } from '../../../kernel/netns';

const VXLAN = 'vxlan.calico';

/** @param prefixes how the names of workload interfaces begin */
export function felixRouteRepairs(
  host: Netns,
  wanted: HostState,
  prefixes: readonly string[],
): readonly Op[] {
  // By an interface that is down Felix programs nothing; it waits for it to come up.
  const mayBe = ({ device }: Route) => device === undefined || host.devices.get(device)?.isRunning;
  return routeRepairs(
    host.fib.routes('main').filter((route) => isFelixRoute(route, prefixes) && mayBe(route)),
    wanted.routes.filter((route) => route.proto !== 'bird' && mayBe(route)),
  );
}

/**
 * A route of somebody else's to the same destination stays: BIRD adds (NLM_F_EXCL), and only what it
 * finds to be its own does it replace.
 */
export function birdRouteRepairs(
  host: Netns,
  wanted: HostState,
  prefixes: readonly string[],
): readonly Op[] {
  const isBirdRoute = (route: Route) => route.proto === 'bird' && !isFelixRoute(route, prefixes);
  const present = host.fib.routes('main').filter(isBirdRoute);
  const repairs = routeRepairs(present, wanted.routes.filter(isBirdRoute));
  const known = new Set(present.map(keyOf));
  return repairs.map((op): Op => {
    if (op.kind !== 'route-replace' || known.has(keyOf(op.route))) return op;
    return { kind: 'route-add', route: op.route };
  });
}

function isFelixRoute({ device, proto }: Route, prefixes: readonly string[]): boolean {
  if (proto === '80') return true;
  if (device === undefined) return false;
  return device === VXLAN || prefixes.some((prefix) => device.startsWith(prefix));
}

function routeRepairs(present: readonly Route[], wanted: readonly Route[]): readonly Op[] {
  return diffHostStates(
    { ...EMPTY_HOST_STATE, routes: present },
    { ...EMPTY_HOST_STATE, routes: wanted },
  );
}

function keyOf({ destination, metric }: Route): string {
  return `${destination.address}/${destination.length} ${metric}`;
}
