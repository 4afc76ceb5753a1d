/**
 * What sentences can name in a cluster that was made of a lab and manifests: asked of the simulator, which
 * is what will be asked when they run.
 */

import { hostsOf, macNamesOf } from '../../steps/support/mac-names';
import { spoken } from '../../steps/support/references';
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { applyManifest } from '../cluster/apply';
import { Cluster } from '../cluster/cluster';
import { kinds } from '../cluster/kinds/registry';
import type { Inventory, Link } from '../driver/driver';
import { inventoryOf } from '../driver/inventory';
import { linksOf } from '../driver/sim/host-views';
import { ManifestError } from '../manifest/manifest-error';

export type NameKind =
  | 'pod'
  | 'node'
  | 'router'
  | 'outside'
  | 'interface'
  | 'pool'
  | 'resource'
  | 'chain'
  | 'ipset';

/** Something that a sentence can name. */
export interface Name {
  readonly kind: NameKind;
  /** As a sentence says it: `pod1`, `shop/pod1`, `ens5`. */
  readonly text: string;
  /** Of a pod the node; of an interface, a chain or an ipset the host; of a resource its kind. */
  readonly of: string | undefined;
  /** Of hosts and pods: `172.16.158.1`. */
  readonly address: string | undefined;
  /** Of a chain. */
  readonly table: string | undefined;
}

/** A text that the cluster refused. */
export interface Refusal {
  /** Which of the texts, from 0. */
  readonly text: number;
  readonly line: number;
  readonly column: number;
  /** Without the place. */
  readonly reason: string;
}

export interface Named {
  readonly names: readonly Name[];
  readonly refusals: readonly Refusal[];
  readonly inventory: Inventory;
  /** Of every host, pods by their full names. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
  /** The name of the one interface, or pod, that has a MAC; the MAC itself where several have it. */
  readonly nameOfMac: (mac: string) => string;
  /** Every MAC that an interface has. */
  readonly macs: ReadonlySet<string>;
}

export interface ManifestText {
  readonly source: string;
  readonly yaml: string;
}

/** @param seed the dice of the run, of which MACs are made */
export function namesIn(texts: readonly ManifestText[], seed: number): Named {
  const cluster = new Cluster({ seed, wireMode: false });
  const refusals = texts.flatMap(({ source, yaml }, at) => {
    const error = refusalOf(cluster, yaml, source);
    if (error === undefined) return [];
    const { line, column, reason } = error;
    return [{ text: at, line, column, reason }];
  });
  const inventory = inventoryOf(cluster);
  const { hosts } = cluster.network;
  const links = new Map(
    hostsOf(inventory).map((name) => {
      const host = hosts.get(name);
      return [name, host === undefined ? [] : linksOf(host)];
    }),
  );
  return {
    names: [
      ...hostNames(inventory),
      ...interfaceNames(links),
      ...resourceNames(cluster),
      ...ruleNames(cluster, inventory),
    ],
    refusals,
    inventory,
    links,
    nameOfMac: macNamesOf(inventory, links),
    macs: new Set(
      [...links.values()].flat().flatMap(({ mac }) => (mac === undefined ? [] : [formatMac(mac)])),
    ),
  };
}

function refusalOf(cluster: Cluster, yaml: string, source: string): ManifestError | undefined {
  try {
    applyManifest(cluster, yaml, source);
    return undefined;
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
}

function name(
  kind: NameKind,
  text: string,
  { of, address, table }: { of?: string; address?: string; table?: string } = {},
): Name {
  return { kind, text, of, address, table };
}

function hostNames({ nodes, routers, outside, workloads, pools }: Inventory): readonly Name[] {
  return [
    ...workloads.map(({ pod, node, address }) =>
      name('pod', spoken(pod), { of: node, address: formatIpv4(address) }),
    ),
    ...nodes.map((node) => name('node', node.name, { address: formatIpv4(node.address) })),
    ...routers.map((router) => {
      const [address] = router.addresses;
      return name(
        'router',
        router.name,
        address === undefined ? {} : { address: formatIpv4(address) },
      );
    }),
    ...outside.map((host) => name('outside', host.name, { address: formatIpv4(host.address) })),
    ...pools.map((pool) => name('pool', pool.name)),
  ];
}

function interfaceNames(links: ReadonlyMap<string, readonly Link[]>): readonly Name[] {
  return [...links].flatMap(([host, ofHost]) =>
    ofHost.map((link) => name('interface', link.name, { of: spoken(host) })),
  );
}

function resourceNames({ control }: Cluster): readonly Name[] {
  return kinds.flatMap((kind) =>
    control.store.list(kind).map(({ metadata }) => {
      const { name: bare, namespace } = metadata;
      const full = namespace === undefined ? bare : `${namespace}/${bare}`;
      return name('resource', spoken(full), { of: kind.kind });
    }),
  );
}

function ruleNames({ network }: Cluster, { nodes }: Inventory): readonly Name[] {
  return nodes.flatMap(({ name: of }) => {
    const netfilter = network.hosts.get(of)?.netfilter;
    if (netfilter === undefined) return [];
    const chains = netfilter.loadedTables.flatMap((table) =>
      netfilter.chains(table).map((chain) => name('chain', chain.name, { of, table })),
    );
    const sets = [...netfilter.ipsets.entries()].map(([set]) => name('ipset', set, { of }));
    return [...chains, ...sets];
  });
}
