/**
 * What IPAM keeps in the API server: blocks of addresses, which node each belongs to, and handles by
 * which addresses are given back (libcalico-go/lib/backend/k8s/resources: ipam_block.go,
 * ipam_affinity.go, ipam_handle.go). Nobody but Calico writes them.
 */
import { formatCidr } from '../../../../addr/cidr';
import type { AllocationBlock } from '../../../../calico/ipam/allocation-block';
import { nodeKind } from '../../../../k8s/resources/node';
import type { Cluster } from '../../../cluster';
import { uuid } from '../../../uuid';
import type { Json, JsonObject } from '../../go-yaml';
import { ipamHandle } from '../../ipam-handle';
import { type ApiObject, timestamp } from '../api-object';
import { AGE, NAME, type ResourceType } from '../resource-type';
import { CRD_GROUP } from './calico-crds';

interface Names {
  readonly kind: string;
  readonly plural: string;
}

function ipamType(
  { kind, plural }: Names,
  list: (cluster: Cluster) => readonly ApiObject[],
): ResourceType {
  return {
    plural,
    singular: kind.toLowerCase(),
    shortNames: [],
    group: CRD_GROUP,
    version: 'v1',
    kind,
    isNamespaced: false,
    stored: undefined,
    columns: [NAME, AGE],
    list: (cluster) => [...list(cluster)].sort(byName),
  };
}

function byName(one: ApiObject, other: ApiObject): number {
  return one.metadata.name < other.metadata.name ? -1 : 1;
}

/** @param node whose birth it shares; `undefined`: the cluster's */
function ipamObject(
  cluster: Cluster,
  kind: string,
  name: string,
  node: string | undefined,
  spec: JsonObject,
): ApiObject {
  const birth = node === undefined ? undefined : cluster.birthOf(nodeKind, { name: node });
  return {
    apiVersion: `${CRD_GROUP}/v1`,
    kind,
    metadata: {
      annotations: { 'projectcalico.org/metadata': '{"creationTimestamp":null}' },
      creationTimestamp: timestamp(birth?.atUs ?? 0),
      name,
      resourceVersion: String(cluster.control.store.revision),
      uid: uuid(`${birth?.uid} ${kind} ${name}`),
    },
    spec,
  };
}

/** `172-16-158-0-24` */
function blockName({ cidr }: AllocationBlock): string {
  return formatCidr(cidr).replace(/[./]/g, '-');
}

export const ipamBlockType = ipamType({ kind: 'IPAMBlock', plural: 'ipamblocks' }, (cluster) =>
  [...cluster.control.ipam.blocks()].map((block) =>
    ipamObject(cluster, 'IPAMBlock', blockName(block), block.node, blockSpec(cluster, block)),
  ),
);

function blockSpec(cluster: Cluster, block: AllocationBlock): JsonObject {
  const size = block.allocations.size + block.unallocated.length;
  const attributes: JsonObject[] = [];
  const allocations: Json[] = Array.from({ length: size }, () => null);
  const ordinals = [...block.allocations.keys()].sort((one, other) => one - other);
  for (const ordinal of ordinals) {
    const allocation = block.allocations.get(ordinal);
    if (allocation === undefined) continue;
    allocations[ordinal] = attributes.length;
    const handle = ipamHandle(cluster, allocation);
    attributes.push({ handle_id: handle, secondary: allocation.attributes });
  }
  return {
    affinity: block.node === undefined ? undefined : `host:${block.node}`,
    allocations,
    attributes,
    cidr: formatCidr(block.cidr),
    deleted: false,
    strictAffinity: false,
    unallocated: block.unallocated,
  };
}

export const blockAffinityType = ipamType(
  { kind: 'BlockAffinity', plural: 'blockaffinities' },
  (cluster) =>
    [...cluster.control.ipam.blocks()].flatMap((block) => {
      const { node } = block;
      if (node === undefined) return [];
      const name = `${node}-${blockName(block)}`;
      const spec = { cidr: formatCidr(block.cidr), deleted: 'false', node, state: 'confirmed' };
      return [ipamObject(cluster, 'BlockAffinity', name, node, spec)];
    }),
);

export const ipamHandleType = ipamType({ kind: 'IPAMHandle', plural: 'ipamhandles' }, (cluster) => {
  const handles = new Map<
    string,
    { readonly node: string | undefined; counts: Map<string, number> }
  >();
  for (const block of cluster.control.ipam.blocks()) {
    const cidr = formatCidr(block.cidr);
    for (const allocation of block.allocations.values()) {
      const handle = ipamHandle(cluster, allocation);
      const known = handles.get(handle) ?? { node: block.node, counts: new Map<string, number>() };
      known.counts.set(cidr, (known.counts.get(cidr) ?? 0) + 1);
      handles.set(handle, known);
    }
  }
  return [...handles].map(([handleID, { node, counts }]) => {
    const spec = { block: Object.fromEntries(counts), deleted: false, handleID };
    return ipamObject(cluster, 'IPAMHandle', handleID.toLowerCase(), node, spec);
  });
});
