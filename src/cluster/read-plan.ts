/**
 * The Underlay as a plan: texts become addresses, a segment's settings fill in what a host leaves out.
 */
import { cidrContains, parseCidr } from '../addr/cidr';
import { type Ipv4, parseIpv4 } from '../addr/ipv4';
import type { ResourceStore } from '../k8s/store';
import type { OutsideHost, Plan, PlannedRoute, Router, SegmentPlan } from './plan';
import { type Underlay, underlayKind } from './underlay-kind';

const DEFAULT_MTU = 1500;

const NOTHING: Plan = { segments: [], routers: [], hosts: [], gatewayOf: () => undefined };

export function readPlan(store: ResourceStore): Plan {
  const [underlay] = store.list(underlayKind);
  if (underlay === undefined) return NOTHING;
  const { spec } = underlay;
  const routers = spec.routers.map(routerOf);
  return {
    segments: spec.segments.flatMap((segment) => segmentOf(spec, segment)),
    routers,
    hosts: spec.hosts.flatMap(hostOf),
    gatewayOf: ({ cidr }) => {
      const addresses = routers.flatMap((router) => router.addresses);
      return addresses.find((address) => cidrContains(cidr, address));
    },
  };
}

type Spec = Underlay['spec'];

function segmentOf(spec: Spec, segment: Spec['segments'][number]): SegmentPlan[] {
  const cidr = parseCidr(segment.cidr);
  if (cidr === undefined) return [];
  const link = {
    mtu: segment.mtu ?? spec.mtu ?? DEFAULT_MTU,
    latencyMs: segment.latencyMs ?? spec.latencyMs,
    lossPercent: segment.lossPercent ?? spec.lossPercent ?? 0,
  };
  return [{ name: segment.name, cidr, link }];
}

function routerOf(router: Spec['routers'][number]): Router {
  return {
    name: router.name,
    addresses: router.addresses.flatMap(addressOf),
    routes: router.routes.flatMap((route) => routeOf(route, undefined)),
  };
}

/** An outside host's routes lead to its gateway where they name no other way. */
function hostOf(host: Spec['hosts'][number]): OutsideHost[] {
  const [address] = addressOf(host.address);
  if (address === undefined) return [];
  const gateway = parseIpv4(host.gateway ?? '');
  const routes = host.routes.flatMap((route) => routeOf(route, gateway));
  return [{ name: host.name, address, routes }];
}

function routeOf(
  route: { readonly to: string; readonly via?: string | undefined },
  gateway: Ipv4 | undefined,
): PlannedRoute[] {
  const to = route.to === 'default' ? parseCidr('0.0.0.0/0') : parseCidr(route.to);
  const via = route.via === undefined ? gateway : parseIpv4(route.via);
  return to === undefined || via === undefined ? [] : [{ to, via }];
}

/** `8.8.8.8` and `8.8.8.8/24` name the same host. */
function addressOf(text: string): Ipv4[] {
  const address = parseIpv4(text.split('/')[0] ?? '');
  return address === undefined ? [] : [address];
}
