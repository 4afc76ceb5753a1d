/**
 * A route as `ip route replace` takes it (ip-route(8)). `ip route show` leaves out a scope of global,
 * which `ip` would not guess where the route has no gateway.
 */
import { formatRoute } from '../../../host/format-route';
import type { Route } from '../../../host/route';

export function routeWords(route: Route): string {
  const isGuessedLink = route.type === 'unicast' && route.via === undefined;
  const scope = isGuessedLink && route.scope === 'global' ? ' scope global' : '';
  return `${formatRoute(route)}${scope}`;
}
