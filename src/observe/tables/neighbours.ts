/** The neighbour tables as `ip neigh show nud all` has them, less the rows that never change. */
import { formatIpv4, isMulticast } from '../../addr/ipv4';
import type { Neighbour } from '../../kernel/neighbour/neighbour';
import { isBgpAddress } from '../bgp-noise';
import { ROUTER } from '../build/underlay';
import type { JsonObject } from '../json';
import type { World } from '../world';

export function neighboursJson(world: World): JsonObject {
  const { nodes, external } = world.scenario;
  const hosts = [...nodes.keys(), ROUTER, external.name, ...world.pods.keys()];
  return Object.fromEntries(hosts.map((host) => [host, rowsOf(world, host)]));
}

function rowsOf(world: World, host: string): JsonObject[] {
  return [...world.netns(host).neighbours.rows()]
    .filter((row) => isShown(world, host, row))
    .map((row) => ({ row, dev: world.deviceAlias(host, row.device.name) }))
    .sort((one, other) => compare(one.dev, other.dev) || one.row.address - other.row.address)
    .map(({ row, dev }) => ({
      dev,
      ip: formatIpv4(row.address),
      mac: row.isValid && row.mac !== undefined ? world.roles.of(row.mac) : null,
      state: row.state === 'none' ? '' : row.state.toUpperCase(),
    }));
}

function isShown(world: World, host: string, { address, state }: Neighbour): boolean {
  if (state === 'noarp' || isMulticast(address)) return false;
  return world.pods.has(host) || !isBgpAddress(world.scenario, address);
}

export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
