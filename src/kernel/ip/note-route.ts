/**
 * A routing decision in a packet's trace: the route, those that it beat, and the sysctl that refused it.
 */
import type { Netns } from '../netns';
import type { NoRoute, RouteResult } from '../route-result';
import type { Skb } from '../skb';
import type { Martian } from './route-input';

export function noteRoute(
  { fib }: Netns,
  { trace, packet }: Skb,
  route: RouteResult | NoRoute | Martian,
): void {
  const { destination } = packet;
  if (route.type !== 'error') {
    trace.addRoute(destination, route.entry, fib.beatenBy(route.entry));
    return;
  }
  trace.addRoute(destination, route, route.entry === undefined ? [] : fib.beatenBy(route.entry));
  if (route.sysctl !== undefined) trace.add(route.sysctl);
}
