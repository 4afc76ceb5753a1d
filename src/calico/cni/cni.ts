/**
 * What the CNI plugin makes of a pod (cni-plugin/pkg/dataplane/linux/dataplane_linux.go): a veth pair
 * whose pod end routes everything to 169.254.1.1, an address that nobody has and the host end answers for.
 */
import { ANYWHERE, type Cidr } from '../../addr/cidr';
import { type Ipv4, ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import { EMPTY_HOST_STATE, type HostState } from '../../host/host-state';
import type { Route } from '../../host/route';
import type { WorkloadEndpoint } from '../model';
import { workloadRoute, workloadSysctls } from '../workload-interface';

/** Every cali interface has this one: some kernels could not keep a stable one. */
const WORKLOAD_MAC = mac('ee:ee:ee:ee:ee:ee');

export const CALICO_GATEWAY = ipv4('169.254.1.1');

const POD_DEVICE = 'eth0';

// The gateway first: without it the kernel would refuse the default route.
const POD_ROUTES: readonly Route[] = [
  podRoute({ address: CALICO_GATEWAY, length: 32 }, undefined),
  podRoute(ANYWHERE, CALICO_GATEWAY),
];

const POD_SYSCTLS: ReadonlyMap<string, string> = new Map([['net.ipv4.ip_forward', '0']]);

const states = new WeakMap<WorkloadEndpoint, HostState>();

/**
 * The node's part of a pod. The veth brings the pod's `eth0` into the pod's namespace. An endpoint that
 * stays as it is has the same state.
 */
export function workloadState(endpoint: WorkloadEndpoint): HostState {
  const known = states.get(endpoint);
  if (known !== undefined) return known;
  const { netns, mtu, interface: name } = endpoint;
  const peer = { netns, name: POD_DEVICE, mac: endpoint.mac, mtu };
  const state: HostState = {
    ...EMPTY_HOST_STATE,
    links: [{ kind: 'veth', name, mac: WORKLOAD_MAC, mtu, peer }],
    routes: [workloadRoute(endpoint)],
    sysctls: new Map(workloadSysctls(name)),
  };
  states.set(endpoint, state);
  return state;
}

/** The pod's own part; the link is the node's to make. */
export function podState({ address }: WorkloadEndpoint): HostState {
  return {
    ...EMPTY_HOST_STATE,
    addresses: [{ device: POD_DEVICE, address: { address, length: 32 }, scope: 'global' }],
    routes: POD_ROUTES,
    sysctls: POD_SYSCTLS,
  };
}

function podRoute(destination: Cidr, via: Ipv4 | undefined): Route {
  return {
    type: 'unicast',
    destination,
    via,
    device: POD_DEVICE,
    source: undefined,
    scope: via === undefined ? 'link' : 'global',
    proto: 'boot',
    metric: 0,
    onlink: false,
  };
}
