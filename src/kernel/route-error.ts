/**
 * Which error a lookup ends with (`fib_props`, net/ipv4/fib_semantics.c).
 */
import type { FibRoute } from './fib';
import type { NoRoute, RouteError } from './route-result';

/** @param entry the route that refuses; `undefined` where none fits at all */
export function routeErrorOf(entry: FibRoute | undefined): NoRoute {
  if (entry === undefined) return { type: 'error', error: 'ENETUNREACH', text: 'no route', entry };
  return { type: 'error', error: errorOf(entry), text: entry.text, entry };
}

function errorOf(entry: FibRoute): RouteError {
  switch (entry.route.type) {
    case 'blackhole':
      return 'EINVAL';
    case 'unreachable':
      return 'EHOSTUNREACH';
    case 'prohibit':
      return 'EACCES';
    // As if the table had no such route; no other table has one here.
    case 'throw':
    case 'unicast':
    case 'local':
    case 'broadcast':
      return 'ENETUNREACH';
  }
}
