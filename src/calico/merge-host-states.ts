/**
 * One state out of what several parties want of a host. Where two want the same route or sysctl, the
 * last one has it, as it would on the host.
 */
import type { HostState } from '../host/host-state';
import type { Route } from '../host/route';

export function mergeHostStates(states: readonly HostState[]): HostState {
  return {
    links: concat(states.map(({ links }) => links)),
    addresses: concat(states.map(({ addresses }) => addresses)),
    routes: mergeRoutes(states),
    neighbours: concat(states.map(({ neighbours }) => neighbours)),
    fdb: concat(states.map(({ fdb }) => fdb)),
    sysctls: new Map(states.flatMap(({ sysctls }) => [...sysctls])),
    ipsets: concat(states.map(({ ipsets }) => ipsets)),
    chains: concat(states.map(({ chains }) => chains)),
    hooks: concat(states.map(({ hooks }) => hooks)),
  };
}

/** A list that is the only one stays the same object, so that it is known again. */
function concat<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? only : only.concat(...others);
}

/** Calico sets no metrics, so a destination has one route. */
function mergeRoutes(states: readonly HostState[]): readonly Route[] {
  const routes = new Map<number, Route>();
  for (const state of states) {
    for (const route of state.routes) {
      const { address, length } = route.destination;
      routes.set(address * 64 + length, route);
    }
  }
  return [...routes.values()];
}
