/**
 * What a pod's interface needs on the host besides rules (felix/dataplane/linux/endpoint_mgr.go): the
 * route to the pod, and sysctls.
 */
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { CalicoModel, CalicoNode, WorkloadEndpoint } from '../../model';
import { endpointsOn } from '../../model-index';
import { workloadRoute, workloadSysctls } from '../../workload-interface';

export function endpointState(model: CalicoModel, node: CalicoNode): HostState {
  const endpoints = endpointsOn(model, node);
  const sysctls = new Map<string, string>();
  for (const endpoint of endpoints) {
    const { interface: workloadInterface } = endpoint;
    for (const [path, value] of workloadSysctls(workloadInterface)) sysctls.set(path, value);
    const rpFilter = mayUseOtherAddresses(model, endpoint) ? 0 : node.defaultRpFilter;
    sysctls.set(`net.ipv4.conf.${workloadInterface}.rp_filter`, `${rpFilter}`);
  }
  return { ...EMPTY_HOST_STATE, routes: endpoints.map(workloadRoute), sysctls };
}

function mayUseOtherAddresses({ felix }: CalicoModel, endpoint: WorkloadEndpoint): boolean {
  return felix.workloadSourceSpoofing === 'Any' && endpoint.allowedSourcePrefixes.length > 0;
}
