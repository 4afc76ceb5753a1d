/**
 * Clusters for tests, made of the lab kans, and all that Calico has made of their hosts, as the tools
 * would print it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCidr } from '../../addr/cidr';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import { formatRoute } from '../../host/format-route';
import type { Netns } from '../../kernel/netns';
import { type PingRun, ping } from '../../kernel/programs/ping';
import type { Kind } from '../../manifest/kind';
import { renderRule } from '../../netfilter/render-rule';
import { applyManifest, patchResource } from '../apply';
import { Cluster } from '../cluster';
import { findKind } from '../kinds/registry';

const LAB = readFileSync(join(__dirname, '../../../features/labs/kans.yaml'), 'utf8');
const TABLES = ['raw', 'mangle', 'nat', 'filter'] as const;

export function kans(seed = 1): Cluster {
  const cluster = new Cluster({ seed, wireMode: false });
  applyManifest(cluster, LAB, 'kans.yaml');
  return cluster;
}

/** The lab's documents, one text each. */
export function kansDocuments(): readonly string[] {
  return LAB.split(/^---$/m);
}

export function podText(name: string, node: string, annotations: object = {}): string {
  return `${JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations },
    spec: { nodeName: node, containers: [{ name: 'one', image: 'one' }] },
  })}\n`;
}

/** A pod that asks for its address, so that the order of making does not matter. */
export function podAt(name: string, node: string, address: string): string {
  return podText(name, node, { 'cni.projectcalico.org/ipAddrs': JSON.stringify([address]) });
}

export function applyPods(cluster: Cluster, ...pods: readonly (readonly [string, string])[]): void {
  const text = pods.map(([name, node]) => podText(name, node)).join('---\n');
  applyManifest(cluster, text, 'pods.yaml');
}

export function kindNamed(name: string): Kind {
  const kind = findKind(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}

export const POOL = 'default-ipv4-ippool';

export function patchPool(cluster: Cluster, spec: object): void {
  const pool = cluster.control.store.get(kindNamed('IPPool'), POOL, '');
  if (pool === undefined) throw new Error('the lab has a pool');
  patchResource(cluster, kindNamed('IPPool'), pool, { spec });
}

export function hostOf({ network }: Cluster, name: string): Netns {
  const host = network.hosts.get(name);
  if (host === undefined) throw new Error(`no host ${name}`);
  return host;
}

/** `default/pod1 172.16.158.1 k8s-w1`. */
export function endpointsOf({ control }: Cluster): readonly string[] {
  return control.endpoints.map(
    ({ netns, address, node }) => `${netns} ${formatIpv4(address)} ${node}`,
  );
}

/** `172.16.158.0/24 k8s-w1`, by address. */
export function blocksOf({ control }: Cluster): readonly string[] {
  return [...control.ipam.blocks()]
    .sort((one, other) => one.cidr.address - other.cidr.address)
    .map(({ cidr, node }) => `${formatCidr(cidr)} ${node}`);
}

export function routesOf(cluster: Cluster, host: string): readonly string[] {
  return hostOf(cluster, host)
    .fib.routes('main')
    .map((route) => formatRoute(route).trim());
}

/** Every chain of every table with its rules, by name. */
export function chainsOf(cluster: Cluster, host: string): readonly string[] {
  const { netfilter } = hostOf(cluster, host);
  return TABLES.flatMap((table) =>
    netfilter
      .chains(table)
      .map(({ name, rules }) =>
        [`${table} ${name}`, ...rules.map(({ rule }) => renderRule(rule))].join('\n'),
      )
      .sort(),
  );
}

export function setOf(cluster: Cluster, host: string, name: string): readonly string[] | undefined {
  return hostOf(cluster, host).netfilter.ipsets.find(name)?.members;
}

/** All of it, for every node. */
export function everythingOf(cluster: Cluster): unknown {
  const nodes = cluster.control.model.nodes.map(({ name }) => name).sort();
  return nodes.map((node) => ({
    node,
    routes: routesOf(cluster, node),
    chains: chainsOf(cluster, node),
    masqueraded: setOf(cluster, node, 'cali40masq-ipam-pools'),
    pools: setOf(cluster, node, 'cali40all-ipam-pools'),
    devices: [...hostOf(cluster, node).devices.values()]
      .map(({ name, mtu, isUp }) => `${name} ${mtu} ${isUp}`)
      .sort(),
  }));
}

export function pingIn(cluster: Cluster, from: string, to: string, icmpId = 7): PingRun {
  return ping(hostOf(cluster, from), {
    to: ipv4(to),
    count: 1,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId,
  });
}
