/**
 * The API objects, read as Calico's side reads them.
 */
import type { Block, CalicoModel, WorkloadEndpoint } from '../../calico/model';
import type { CalicoRelease } from '../../calico/release';
import { clusterInformationKind } from '../../calico/resources/cluster-information';
import type { ResourceStore } from '../../k8s/store';
import type { Plan } from '../plan';
import { bgpOf } from './bgp';
import { felixOf } from './felix';
import { nodesOf, type TunnelAddresses } from './nodes';
import { poolsOf } from './pools';

/** What the cluster knows that no resource says. */
export interface Allocations {
  readonly tunnels: ReadonlyMap<string, TunnelAddresses>;
  readonly blocks: readonly Block[];
  readonly endpoints: readonly WorkloadEndpoint[];
}

export function calicoModel(
  store: ResourceStore,
  plan: Plan,
  allocations: Allocations,
): CalicoModel {
  return {
    release: releaseOf(store),
    nodes: nodesOf(store, plan, allocations.tunnels),
    pools: poolsOf(store),
    blocks: allocations.blocks,
    endpoints: allocations.endpoints,
    felix: felixOf(store),
    bgp: bgpOf(store),
  };
}

const VERSION = /^v?(\d+)\.(\d+)(?:\.(\d+))?/;

/** `spec.calicoVersion` of ClusterInformation `default`; the tutorial's release where it says none. */
function releaseOf(store: ResourceStore): CalicoRelease {
  const text = store.get(clusterInformationKind, 'default')?.spec.calicoVersion ?? '';
  const [, , minorText, patchText] = VERSION.exec(text) ?? [];
  if (minorText === undefined) return 'v3.27';
  const minor = Number(minorText);
  if (minor <= 27) return 'v3.27';
  if (minor >= 30) return 'v3.30';
  return minor === 28 && Number(patchText ?? 0) < 2 ? 'v3.28.1' : 'v3.28';
}
