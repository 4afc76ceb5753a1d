/**
 * A model, looked up by node: made once a model, however many nodes ask.
 */
import { cidrContains } from '../addr/cidr';
import { PrefixMap } from '../addr/prefix-map';
import type { Block, CalicoModel, CalicoNode, IpPool, WorkloadEndpoint } from './model';
import { perModel } from './per-model';

export interface ModelIndex {
  readonly nodes: ReadonlyMap<string, CalicoNode>;
  readonly endpoints: ReadonlyMap<string, readonly WorkloadEndpoint[]>;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
  readonly pools: PrefixMap<IpPool>;
  /** Whether any pool encapsulates so; a disabled one counts, for its pods are still there. */
  readonly hasIpip: boolean;
  readonly hasVxlan: boolean;
}

export const indexOf: (model: CalicoModel) => ModelIndex = perModel(makeIndex);

export function endpointsOn(model: CalicoModel, node: CalicoNode): readonly WorkloadEndpoint[] {
  return indexOf(model).endpoints.get(node.name) ?? [];
}

export function blocksOf(model: CalicoModel, node: CalicoNode): readonly Block[] {
  return indexOf(model).blocks.get(node.name) ?? [];
}

/** Whether CrossSubnet sees the other as its neighbour: only the first one's mask counts. */
export function isOnSubnetOf(node: CalicoNode, other: CalicoNode): boolean {
  return cidrContains(node.address, other.address.address);
}

function makeIndex({ nodes, endpoints, blocks, pools }: CalicoModel): ModelIndex {
  const byPrefix = new PrefixMap<IpPool>();
  for (const pool of pools) byPrefix.set(pool.cidr, pool);
  return {
    nodes: new Map(nodes.map((node) => [node.name, node])),
    endpoints: groupBy(endpoints, ({ node }) => node),
    blocks: groupBy(blocks, ({ node }) => node),
    pools: byPrefix,
    hasIpip: pools.some(({ ipipMode }) => ipipMode !== 'Never'),
    hasVxlan: pools.some(({ vxlanMode }) => vxlanMode !== 'Never'),
  };
}

function groupBy<Item>(
  items: readonly Item[],
  nodeOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const node = nodeOf(item);
    if (node === undefined) continue;
    const group = groups.get(node);
    if (group === undefined) groups.set(node, [item]);
    else group.push(item);
  }
  return groups;
}
