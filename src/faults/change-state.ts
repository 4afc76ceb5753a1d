/**
 * Changes of what a host is to be, from which mutants are made: each answers a new state and leaves the
 * old one, which others share, as it is.
 */
import type { EngineVariant, VariantHost } from '../cluster/engine-variant';
import type { ChainState, HostState } from '../host/host-state';
import type { LinkSpec } from '../host/op';
import type { Route } from '../host/route';
import type { Rule } from '../netfilter/rule';

type NodeHost = Extract<VariantHost, { kind: 'node' }>;
type PodHost = Extract<VariantHost, { kind: 'pod' }>;

/** Nodes become something else, pods stay. */
export function onNodes(
  change: (state: HostState, host: NodeHost) => HostState,
): Required<EngineVariant>['hostState'] {
  return (state, host) => (host.kind === 'node' ? change(state, host) : state);
}

/** Pods become something else, nodes stay. */
export function onPods(
  change: (state: HostState, host: PodHost) => HostState,
): Required<EngineVariant>['hostState'] {
  return (state, host) => (host.kind === 'pod' ? change(state, host) : state);
}

/** @param change the route in its place; `undefined` for none */
export function withRoutes(
  state: HostState,
  change: (route: Route) => Route | undefined,
): HostState {
  return { ...state, routes: state.routes.flatMap((route) => change(route) ?? []) };
}

/** Of Calico's own chains. @param change the rule in its place; `undefined` for none */
export function withRules(
  state: HostState,
  change: (rule: Rule, chain: ChainState) => Rule | undefined,
): HostState {
  const chains = state.chains.map((chain) => ({
    ...chain,
    rules: chain.rules.flatMap((rule) => change(rule, chain) ?? []),
  }));
  return { ...state, chains };
}

export function withLinks(state: HostState, change: (link: LinkSpec) => LinkSpec): HostState {
  return { ...state, links: state.links.map(change) };
}

export function withSetMembers(
  state: HostState,
  set: RegExp,
  change: (members: readonly string[]) => readonly string[],
): HostState {
  const ipsets = state.ipsets.map((ipset) =>
    set.test(ipset.name) ? { ...ipset, members: change(ipset.members) } : ipset,
  );
  return { ...state, ipsets };
}

/** Sets it, whether or not Calico does. */
export function withSysctl(state: HostState, path: string, value: string): HostState {
  return { ...state, sysctls: new Map(state.sysctls).set(path, value) };
}

/** The nodes' ends of pods' cables. */
export function workloadInterfaces({ links }: HostState): readonly string[] {
  return links.flatMap((link) => (link.kind === 'veth' ? link.name : []));
}
