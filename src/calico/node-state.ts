/** All that Calico wants of a node: what CNI, BIRD and Felix each put there. */
import { EMPTY_HOST_STATE, type HostState } from '../host/host-state';
import { bgpRoutes } from './bgp/bgp-routes';
import { felixState } from './felix/felix';
import { mergeHostStates } from './merge-host-states';
import type { CalicoModel, CalicoNode } from './model';
import { endpointsOn } from './model-index';
import { workloadLink } from './workload-interface';

export function nodeState(model: CalicoModel, node: CalicoNode): HostState {
  // Route and sysctls of a pod's interface are Felix's too, so the link is all that is left of CNI's.
  const links = endpointsOn(model, node).map(workloadLink);
  return mergeHostStates([
    { ...EMPTY_HOST_STATE, links },
    { ...EMPTY_HOST_STATE, routes: bgpRoutes(model, node) },
    felixState(model, node),
  ]);
}
