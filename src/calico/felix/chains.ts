/**
 * All chains and hooks of Felix's on a node. What nodes have in common is the same object on each of
 * them, and an endpoint's chains are rendered once for as long as nothing about it changes.
 */
import type { ChainState, HookState } from '../../host/host-state';
import type { NetfilterTable } from '../../netfilter/packet';
import type { CalicoModel, CalicoNode, WorkloadEndpoint } from '../model';
import { endpointsOn } from '../model-index';
import { RELEASE_TRAITS } from '../release';
import { Memo } from './memo';
import { referencedChains } from './referenced-chains';
import { dispatchChains } from './rules/dispatch-chains';
import { endpointChain } from './rules/endpoint-chains';
import { type FelixChain, renderRules } from './rules/felix-rule';
import { filterChains } from './rules/filter-chains';
import { hooks } from './rules/hooks';
import { mangleChains } from './rules/mangle-chains';
import { natChains } from './rules/nat-chains';
import { profileChain } from './rules/profile-chains';
import { rawChains } from './rules/raw-chains';
import type { StaticInput } from './rules/static-input';
import { staticInput } from './static-input';

export interface FelixChains {
  readonly chains: readonly ChainState[];
  readonly hooks: readonly HookState[];
}

const DIRECTIONS = ['ingress', 'egress'] as const;

// As many as the nodes and pods of the largest cluster that anyone simulates, and some.
const statics = new Memo<FelixChains>(5_000);
const dispatches = new Memo<readonly ChainState[]>(5_000);
const perPod = new Memo<readonly ChainState[]>(100_000);

export function felixChains(model: CalicoModel, node: CalicoNode): FelixChains {
  const endpoints = endpointsOn(model, node);
  const input = staticInput(model, node);
  const { chains, hooks } = statics.get(JSON.stringify(input), () => staticChains(input));
  const profiles = new Set(endpoints.flatMap((endpoint) => endpoint.profiles));
  return {
    chains: [
      ...chains,
      ...dispatchStates(endpoints),
      ...endpoints.flatMap((endpoint) => endpointStates(model, endpoint)),
      ...[...profiles].flatMap((profile) => profileStates(model, profile)),
    ],
    hooks,
  };
}

function dispatchStates(endpoints: readonly WorkloadEndpoint[]): readonly ChainState[] {
  const names = endpoints.map((endpoint) => endpoint.interface).sort();
  return dispatches.get(names.join(), () =>
    DIRECTIONS.flatMap((direction) => written('filter', dispatchChains(direction, names))),
  );
}

function endpointStates(model: CalicoModel, endpoint: WorkloadEndpoint): readonly ChainState[] {
  const { interface: workloadInterface, profiles } = endpoint;
  const key = `${endpointSettingsKey(model)} ${workloadInterface} ${profiles.join()}`;
  const traits = RELEASE_TRAITS[model.release];
  return perPod.get(key, () =>
    DIRECTIONS.map((direction) => {
      const input = { workloadInterface, profiles };
      return rendered('filter', () => endpointChain(direction, input, traits, model.felix));
    }),
  );
}

function profileStates({ release }: CalicoModel, profile: string): readonly ChainState[] {
  return perPod.get(`${release} profile ${profile}`, () =>
    DIRECTIONS.map((direction) =>
      rendered('filter', () => profileChain(direction, profile, RELEASE_TRAITS[release])),
    ),
  );
}

/** The settings on which an endpoint's chains depend. */
function endpointSettingsKey({ release, felix }: CalicoModel): string {
  return [
    release,
    felix.vxlanPort,
    felix.allowIPIPPacketsFromWorkloads,
    felix.allowVXLANPacketsFromWorkloads,
    felix.disableConntrackInvalidCheck,
  ].join();
}

function staticChains(input: StaticInput): FelixChains {
  return {
    chains: [
      ...written('raw', referencedChains(rawChains(input))),
      ...written('mangle', referencedChains(mangleChains(input))),
      ...written('nat', referencedChains(natChains(input))),
      ...written('filter', referencedChains(filterChains(input))),
    ],
    hooks: hooks(input),
  };
}

function written(table: NetfilterTable, chains: readonly FelixChain[]): readonly ChainState[] {
  return chains.map((chain) => rendered(table, () => chain));
}

function rendered(table: NetfilterTable, make: () => FelixChain): ChainState {
  const { name } = make();
  return { table, name, rules: renderRules(name, () => make().rules) };
}
