/**
 * One state out of what several parties want of a host. Where two want the same route or sysctl, the
 * last one has it, as it would on the host.
 */
import type { HostState } from '../host/host-state';
import type { Route } from '../host/route';

export function mergeHostStates(states: readonly HostState[]): HostState {
  return {
    links: states.flatMap(({ links }) => links),
    addresses: states.flatMap(({ addresses }) => addresses),
    routes: mergeRoutes(states),
    neighbours: states.flatMap(({ neighbours }) => neighbours),
    fdb: states.flatMap(({ fdb }) => fdb),
    sysctls: new Map(states.flatMap(({ sysctls }) => [...sysctls])),
    ipsets: states.flatMap(({ ipsets }) => ipsets),
    chains: states.flatMap(({ chains }) => chains),
    hooks: states.flatMap(({ hooks }) => hooks),
  };
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
