/**
 * The tables of a scenario's real hosts, read by the machine's own tools, as an observation shows them.
 */
import { ipv4, isMulticast } from '../addr/ipv4';
import { parseMac } from '../addr/mac';
import type { Lab } from '../driver/netns/lab/lab';
import { isBgpAddress } from '../observe/bgp-noise';
import { ROUTER } from '../observe/build/underlay';
import type { JsonObject } from '../observe/json';
import type { ConnectionSnapshot } from '../observe/tables/connections';
import { compare } from '../observe/tables/neighbours';
import { sortedText } from '../observe/tables/sorted-text';
import type { World } from '../observe/world';
import { readConnectionRows } from './connection-rows';
import { RefusedByKernelError } from './real-hosts';

interface NeighbourRow {
  readonly dst: string;
  readonly dev?: string;
  readonly lladdr?: string;
  readonly state?: readonly string[];
}

export async function realNeighbours(world: World, lab: Lab): Promise<JsonObject> {
  const { nodes, external } = world.scenario;
  const hosts = [...nodes.keys(), ROUTER, external.name, ...world.pods.keys()];
  return byHost(hosts, async (host) => {
    const words = ['ip', '-4', '-j', 'neigh', 'show', 'nud', 'all'];
    const rows: readonly NeighbourRow[] = rowsIn(await print(lab, host, words));
    return rows
      .filter((row) => isShown(world, host, row))
      .map(({ dst, dev = '', lladdr, state = [] }) => {
        const mac = lladdr === undefined ? undefined : parseMac(lladdr);
        return {
          dev: world.deviceAlias(host, dev),
          ip: dst,
          mac: mac === undefined ? null : world.roles.of(mac),
          state: state.filter((one) => one !== 'NONE').join('/'),
        };
      })
      .sort((one, other) => compare(one.dev, other.dev) || ipv4(one.ip) - ipv4(other.ip));
  });
}

function isShown(world: World, host: string, { dst, dev, state = [] }: NeighbourRow): boolean {
  if (dev === undefined || state.includes('NOARP') || isMulticast(ipv4(dst))) return false;
  return world.pods.has(host) || !isBgpAddress(world.scenario, ipv4(dst));
}

/** What a row of `ip -j route` says that an observation shows. */
const ROUTE_KEYS = ['type', 'dst', 'gateway', 'scope', 'protocol', 'prefsrc', 'metric'] as const;

type RouteRow = { readonly [Key in (typeof ROUTE_KEYS)[number]]?: string | number } & {
  readonly dev?: string;
  readonly flags?: readonly string[];
};

export async function realRoutes(world: World, lab: Lab): Promise<JsonObject> {
  const hosts = [...world.scenario.nodes.keys(), ROUTER, ...world.pods.keys()];
  return byHost(hosts, async (host) => {
    const rows: readonly RouteRow[] = rowsIn(
      await print(lab, host, ['ip', '-4', '-j', 'route', 'show']),
    );
    return rows
      .map((row) => routeJson(row, (device) => world.deviceAlias(host, device)))
      .sort((one, other) => compare(sortedText(one), sortedText(other)));
  });
}

function routeJson(row: RouteRow, aliasOf: (device: string) => string): JsonObject {
  const { dev, flags = [] } = row;
  // Whether the cable is in is no property of a route.
  const shown = flags.filter((flag) => flag !== 'linkdown');
  return {
    ...Object.fromEntries(ROUTE_KEYS.flatMap((key) => entryOf(key, row[key]))),
    ...(dev !== undefined && { dev: aliasOf(dev) }),
    ...(shown.length > 0 && { flags: shown }),
  };
}

function entryOf(key: string, value: string | number | undefined): [string, string | number][] {
  return value === undefined ? [] : [[key, value]];
}

export async function realConnections(world: World, lab: Lab): Promise<ConnectionSnapshot> {
  const nodes = [...world.scenario.nodes.keys()];
  const tables = await Promise.all(
    nodes.map(async (node) => readConnectionRows(await print(lab, node, ['conntrack', '-L']))),
  );
  return new Map(nodes.map((node, at) => [node, tables[at] ?? []]));
}

async function byHost(
  hosts: readonly string[],
  read: (host: string) => Promise<readonly JsonObject[]>,
): Promise<JsonObject> {
  const tables = await Promise.all(hosts.map(read));
  return Object.fromEntries(hosts.map((host, at) => [host, tables[at] ?? []]));
}

function rowsIn<Row>(json: string): readonly Row[] {
  return json.trim() === '' ? [] : JSON.parse(json);
}

async function print(lab: Lab, host: string, words: readonly string[]): Promise<string> {
  const { stdout, stderr, exit } = await lab.run(host, words);
  if (exit === 0) return stdout;
  throw new RefusedByKernelError(`${words.join(' ')} on ${host}: ${stderr.trim()}`);
}
