/** The main routing tables as `ip -json route show` has them. */
import { type Cidr, formatCidr } from '../../addr/cidr';
import { formatIpv4 } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import { ROUTER } from '../build/underlay';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { compare } from './neighbours';
import { sortedText } from './sorted-text';

export function routesJson(world: World): JsonObject {
  const hosts = [...world.scenario.nodes.keys(), ROUTER, ...world.pods.keys()];
  return Object.fromEntries(hosts.map((host) => [host, rowsOf(world, host)]));
}

function rowsOf(world: World, host: string): JsonObject[] {
  return world
    .netns(host)
    .fib.routes('main')
    .map((route) => routeJson(route, (device) => world.deviceAlias(host, device)))
    .sort((one, other) => compare(sortedText(one), sortedText(other)));
}

function routeJson(route: Route, aliasOf: (device: string) => string): JsonObject {
  const { type, destination, via, device, proto, scope, source, metric, onlink } = route;
  return {
    ...(type !== 'unicast' && { type }),
    dst: destinationText(destination),
    ...(via !== undefined && { gateway: formatIpv4(via) }),
    ...(scope !== 'global' && { scope }),
    ...(proto !== 'boot' && { protocol: proto }),
    ...(source !== undefined && { prefsrc: formatIpv4(source) }),
    ...(metric !== 0 && { metric }),
    ...(device !== undefined && { dev: aliasOf(device) }),
    ...(onlink && { flags: ['onlink'] }),
  };
}

function destinationText(destination: Cidr): string {
  if (destination.length === 0) return 'default';
  if (destination.length === 32) return formatIpv4(destination.address);
  return formatCidr(destination);
}
