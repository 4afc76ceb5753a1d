/**
 * What there is in the live cluster, as kubectl and calicoctl list it.
 */
import { parseCidr } from '../../../addr/cidr';
import { parseIpv4 } from '../../../addr/ipv4';
import type { Block, Inventory, Pool, Workload } from '../../driver';
import type { ClusterPrograms } from '../programs/cluster-programs';
import { blocksSchema, endpointsSchema, nodesSchema, poolsSchema, readListed } from './listed';

/** Which network card a node uses, its own tools say. */
export type LiveNode = Omit<Inventory['nodes'][number], 'nic'>;

export async function liveNodes(programs: ClusterPrograms): Promise<readonly LiveNode[]> {
  const { items } = readListed(nodesSchema, await programs.kubectlJson(['get', 'nodes']), 'nodes');
  return items.flatMap(({ metadata, status }) => {
    const addresses = status.addresses.filter(({ type }) => type === 'InternalIP');
    const [address] = addresses.flatMap((one) => parseIpv4(one.address) ?? []);
    return address === undefined ? [] : [{ name: metadata.name, address }];
  });
}

export async function livePools(programs: ClusterPrograms): Promise<readonly Pool[]> {
  const listed = await programs.calicoctlJson(['get', 'ippool']);
  return readListed(poolsSchema, listed, 'pools')
    .items.filter(({ spec }) => parseCidr(spec.cidr) !== undefined)
    .map(({ metadata, spec }) => ({ name: metadata.name, ...spec }));
}

export async function liveWorkloads(programs: ClusterPrograms): Promise<readonly Workload[]> {
  const listed = await programs.calicoctlJson(['get', 'workloadendpoint', '--all-namespaces']);
  const { items } = readListed(endpointsSchema, listed, 'workload endpoints');
  return items.flatMap(({ metadata, spec }): Workload[] => {
    const [address] = spec.ipNetworks.flatMap((text) => parseCidr(text)?.address ?? []);
    if (spec.pod === undefined || address === undefined) return [];
    return [
      {
        pod: `${metadata.namespace ?? 'default'}/${spec.pod}`,
        node: spec.node,
        address,
        interface: spec.interfaceName,
        profiles: spec.profiles,
      },
    ];
  });
}

export async function liveBlocks(programs: ClusterPrograms): Promise<readonly Block[]> {
  const listed = await programs.kubectlJson(['get', 'ipamblocks.crd.projectcalico.org']);
  return readListed(blocksSchema, listed, 'blocks')
    .items.filter(({ spec }) => !spec.deleted && parseCidr(spec.cidr) !== undefined)
    .map(({ spec }) => ({
      cidr: spec.cidr,
      node: /^host:(.*)$/.exec(spec.affinity ?? '')?.[1],
      addressesInUse: spec.allocations.filter((one) => one !== null).length,
    }))
    .sort((one, other) => addressOf(one.cidr) - addressOf(other.cidr));
}

function addressOf(cidr: string): number {
  return parseCidr(cidr)?.address ?? 0;
}
