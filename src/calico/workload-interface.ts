/**
 * The host end of a pod's veth pair. CNI sets it up, and Felix sets the same things again whenever the
 * endpoint changes (cni-plugin/pkg/dataplane/linux/dataplane_linux.go;
 * felix/dataplane/linux/endpoint_mgr.go, `configureInterface`).
 */
import type { Route } from '../host/route';
import type { WorkloadEndpoint } from './model';

const routes = new WeakMap<WorkloadEndpoint, Route>();

/** `172.16.158.3 dev calice0906292e2 scope link` */
export function workloadRoute(endpoint: WorkloadEndpoint): Route {
  const known = routes.get(endpoint);
  if (known !== undefined) return known;
  const route: Route = {
    type: 'unicast',
    destination: { address: endpoint.address, length: 32 },
    via: undefined,
    device: endpoint.interface,
    source: undefined,
    scope: 'link',
    proto: 'boot',
    metric: 0,
    onlink: false,
  };
  routes.set(endpoint, route);
  return route;
}

/** The pod thinks that its gateway is there, and the interface answers for everyone. */
export function workloadSysctls(workloadInterface: string): readonly (readonly [string, string])[] {
  return [
    [`net.ipv6.conf.${workloadInterface}.accept_ra`, '0'],
    [`net.ipv4.conf.${workloadInterface}.route_localnet`, '1'],
    [`net.ipv4.neigh.${workloadInterface}.proxy_delay`, '0'],
    [`net.ipv4.conf.${workloadInterface}.proxy_arp`, '1'],
    [`net.ipv4.conf.${workloadInterface}.forwarding`, '1'],
  ];
}
