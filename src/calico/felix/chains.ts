/**
 * All chains and hooks of Felix's on a node. What nodes have in common is the same object on each of
 * them, and an endpoint's chains are rendered once for as long as nothing about it changes.
 */
import type { ChainState, HookState } from '../../host/host-state';
import type { NetfilterTable } from '../../netfilter/packet';
import type { CalicoModel, CalicoNode } from '../model';
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

// Nodes and pods of the largest cluster that anyone simulates, and some.
const statics = new Memo<FelixChains>(5_000);
const dispatches = new Memo<readonly ChainState[]>(5_000);
const perPod = new Memo<readonly ChainState[]>(100_000);

export function felixChains(model: CalicoModel, node: CalicoNode): FelixChains {
  const { release, felix } = model;
  const endpoints = endpointsOn(model, node);
  const input = staticInput(model, node);
  const fixed = statics.get(JSON.stringify(input), () => staticChains(input));
  const names = endpoints.map((endpoint) => endpoint.interface).sort();
  const dispatch = dispatches.get(names.join(), () =>
    DIRECTIONS.flatMap((direction) =>
      dispatchChains(direction, names).map((chain) => render('filter', chain)),
    ),
  );
  const traits = RELEASE_TRAITS[release];
  const settingsKey = endpointSettingsKey(model);
  const chains = [...fixed.chains, ...dispatch];
  const profilesSeen = new Set<string>();
  for (const endpoint of endpoints) {
    const { interface: workloadInterface, profiles } = endpoint;
    const key = `${settingsKey} ${workloadInterface} ${profiles.join()}`;
    const ofEndpoint = perPod.get(key, () =>
      DIRECTIONS.map((direction) =>
        render('filter', endpointChain(direction, { workloadInterface, profiles }, traits, felix)),
      ),
    );
    chains.push(...ofEndpoint);
    for (const profile of profiles) profilesSeen.add(profile);
  }
  for (const profile of profilesSeen) {
    const ofProfile = perPod.get(`${release} profile ${profile}`, () =>
      DIRECTIONS.map((direction) => render('filter', profileChain(direction, profile, traits))),
    );
    chains.push(...ofProfile);
  }
  return { chains, hooks: fixed.hooks };
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
      ...written('raw', rawChains(input)),
      ...written('mangle', mangleChains(input)),
      ...written('nat', natChains(input)),
      ...written('filter', filterChains(input)),
    ],
    hooks: hooks(input),
  };
}

function written(table: NetfilterTable, chains: readonly FelixChain[]): readonly ChainState[] {
  return referencedChains(chains).map((chain) => render(table, chain));
}

function render(table: NetfilterTable, { name, rules }: FelixChain): ChainState {
  return { table, name, rules: renderRules(name, rules) };
}
