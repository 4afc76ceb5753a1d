/**
 * Changes of routes as lines of `ip -batch` (ip-route(8)).
 */
import { formatRoute } from '../../../host/format-route';
import type { Op } from '../../../host/op';
import type { Route } from '../../../host/route';

type RouteOp = Extract<Op, { readonly route: Route }>;

export function routeLine(kind: RouteOp['kind'], route: Route): string {
  const words = kind === 'route-delete' ? wordsToDelete(route) : wordsToAdd(route);
  return `route ${kind.slice('route-'.length)} ${words}`;
}

/** `ip route show` leaves out a scope of global, which `ip` would not guess where there is no gateway. */
function wordsToAdd(route: Route): string {
  const isGuessedLink = route.type === 'unicast' && route.via === undefined;
  const scope = isGuessedLink && route.scope === 'global' ? ' scope global' : '';
  return `${formatRoute(route)}${scope}`;
}

/** What tells a route from others; what need not be said to delete it might not be so. */
function wordsToDelete(route: Route): string {
  return formatRoute({ ...route, scope: 'global', proto: 'boot' });
}
