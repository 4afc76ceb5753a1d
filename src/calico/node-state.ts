/** All that Calico wants of a node: what CNI, BIRD and Felix each put there. */
import { EMPTY_HOST_STATE, type HostState } from '../host/host-state';
import { bgpRoutes } from './bgp/bgp-routes';
import { workloadState } from './cni/cni';
import { felixState } from './felix/felix';
import { mergeHostStates } from './merge-host-states';
import type { CalicoModel, CalicoNode } from './model';
import { endpointsOn } from './model-index';

export function nodeState(model: CalicoModel, node: CalicoNode): HostState {
  return mergeHostStates([
    ...endpointsOn(model, node).map(workloadState),
    { ...EMPTY_HOST_STATE, routes: bgpRoutes(model, node) },
    felixState(model, node),
  ]);
}
