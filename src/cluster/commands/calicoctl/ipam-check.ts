/**
 * `calicoctl ipam check` (calicoctl/commands/ipam/check.go): what IPAM has given out against what pods
 * and tunnels use. Go walks over its maps in any order; here it is that of the addresses.
 */
import { cidrContains, formatCidr } from '../../../addr/cidr';
import { formatIpv4, type Ipv4 } from '../../../addr/ipv4';
import { type Allocation, addressAt } from '../../../calico/ipam/allocation-block';
import { workloadEndpointName } from '../../../calico/names';
import { type CommandResult, printed } from '../../../commands/command';
import { notModelled } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import { ipamHandle } from '../ipam-handle';
import { allocationTimes } from './allocation-times';
import { sortedBlocks } from './ipam-show';
import type { ParsedWords } from './parse-words';

/** Which addresses are printed one by one. */
interface Verbosity {
  readonly all: boolean;
  readonly problems: boolean;
}

interface Owned {
  readonly address: Ipv4;
  /** `Node(k8s-w1)`, `Workload(default/k8s--w1-k8s-pod1-eth0)` */
  readonly owner: string;
}

interface GivenOut {
  readonly address: Ipv4;
  readonly allocation: Allocation;
  readonly node: string;
}

export function ipamCheck({ values, flags }: ParsedWords, cluster: Cluster): CommandResult {
  if (values.has('--output')) throw notModelled('-o: no report is ever written');
  const all = flags.has('--show-all-ips');
  const verbosity = { all, problems: all || flags.has('--show-problem-ips') };
  const given = givenOut(cluster);
  const tunnels = tunnelAddresses(cluster);
  const workloads = workloadAddresses(cluster);
  const sections = [
    ['Checking IPAM for inconsistencies...'],
    blockLines(cluster, verbosity),
    poolLines(cluster),
    ['Loading all nodes.', ...ownerLines(tunnels, all), `Found ${tunnels.length} node tunnel IPs.`],
    [
      'Loading all workload endpoints.',
      ...ownerLines(workloads, all),
      `Found ${workloads.length} workload IPs.`,
      `Workloads and nodes are using ${addressesOf([...tunnels, ...workloads]).size} IPs.`,
    ],
    handleLines(given),
    ...verdictLines(cluster, given, [...tunnels, ...workloads], verbosity),
  ];
  return printed(`${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function givenOut(cluster: Cluster): readonly GivenOut[] {
  return sortedBlocks(cluster).flatMap((block) =>
    [...block.allocations]
      .sort(([one], [other]) => one - other)
      .map(([ordinal, allocation]) => ({
        address: addressAt(block, ordinal),
        allocation,
        node: allocation.attributes['node'] ?? block.node ?? '',
      })),
  );
}

function tunnelAddresses({ control: { model } }: Cluster): readonly Owned[] {
  const byName = [...model.nodes].sort((one, other) => (one.name < other.name ? -1 : 1));
  return byName.flatMap(({ name, vxlanTunnelAddress, ipipTunnelAddress }) =>
    [vxlanTunnelAddress, ipipTunnelAddress].flatMap((address) =>
      address === undefined ? [] : [{ address, owner: `Node(${name})` }],
    ),
  );
}

function workloadAddresses({ control }: Cluster): readonly Owned[] {
  return [...control.endpoints]
    .sort((one, other) => (one.netns < other.netns ? -1 : 1))
    .map(({ address, k8sNamespace, node, pod }) => ({
      address,
      owner: `Workload(${k8sNamespace}/${workloadEndpointName(node, pod)})`,
    }));
}

function addressesOf(owned: readonly { readonly address: Ipv4 }[]): ReadonlySet<Ipv4> {
  return new Set(owned.map(({ address }) => address));
}

function ownerLines(owned: readonly Owned[], isShown: boolean): readonly string[] {
  if (!isShown) return [];
  return owned.map(({ address, owner }) => `  ${formatIpv4(address)} belongs to ${owner}`);
}

function blockLines(cluster: Cluster, { all }: Verbosity): readonly string[] {
  const blocks = sortedBlocks(cluster);
  const total = blocks.reduce((sum, { allocations }) => sum + allocations.size, 0);
  return [
    'Loading all IPAM blocks...',
    `Found ${blocks.length} IPAM blocks.`,
    ...blocks.flatMap((block) => [
      ` IPAM block ${formatCidr(block.cidr)} affinity=${block.node === undefined ? '<none>' : `host:${block.node}`}:`,
      ...[...block.allocations]
        .sort(([one], [other]) => one - other)
        .filter(() => all)
        .map(([ordinal, allocation]) => {
          const address = formatIpv4(addressAt(block, ordinal));
          return `  ${address} allocated; attrs ${attributesText(cluster, allocation)}`;
        }),
    ]),
    `IPAM blocks record ${total} allocations.`,
  ];
}

function attributesText(cluster: Cluster, allocation: Allocation): string {
  const attributes = Object.entries({
    ...allocation.attributes,
    ...allocationTimes(cluster, allocation),
  });
  const extra = attributes.map(([key, value]) => `${key}=${value}`).sort();
  return `Main:${ipamHandle(cluster, allocation)} Extra:${extra.join(',')}`;
}

function poolLines({ control: { model } }: Cluster): readonly string[] {
  const active = model.pools.filter(({ disabled }) => !disabled);
  return [
    'Loading all IPAM pools...',
    ...active.map(({ cidr }) => `  ${formatCidr(cidr)}`),
    `Found ${active.length} active IP pools.`,
  ];
}

const NODES_SHOWN_MAX = 20;

function handleLines(given: readonly GivenOut[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { node } of given) counts.set(node, (counts.get(node) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const [most, median] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  return [
    'Loading all handles',
    `Looking for top (up to ${NODES_SHOWN_MAX}) nodes by allocations...`,
    ...sorted
      .slice(0, NODES_SHOWN_MAX)
      .map(([node, count]) => `  ${node} has ${count} allocations`),
    ...(most && median
      ? [`Node with most allocations has ${most[1]}; median is ${median[1]}`]
      : []),
  ];
}

function verdictLines(
  cluster: Cluster,
  given: readonly GivenOut[],
  owned: readonly Owned[],
  { problems }: Verbosity,
): readonly (readonly string[])[] {
  const inUse = addressesOf(owned);
  const allocated = addressesOf(given);
  const leaked = given.filter(({ address }) => !inUse.has(address));
  const lost = owned.filter(({ address }) => !allocated.has(address));
  const { pools } = cluster.control.model;
  const isInPool = (address: Ipv4) =>
    pools.some(({ cidr, disabled }) => !disabled && cidrContains(cidr, address));
  const foreign = lost.filter(({ address }) => !isInPool(address));
  const handles = new Set(given.map(({ allocation }) => allocation.handle));
  return [
    [
      'Scanning for IPs that are allocated but not actually in use...',
      ...(problems ? leaked.map((one) => leakedLine(cluster, one)) : []),
      `Found ${leaked.length} IPs that are allocated in IPAM but not actually in use.`,
      'Scanning for IPs that are in use by a workload or node but not allocated in IPAM...',
      ...(problems ? lost.map((one) => lostLine(one, isInPool(one.address))) : []),
      `Found ${foreign.length} in-use IPs that are not in active IP pools.`,
      `Found ${lost.length - foreign.length} in-use IPs that are in active IP pools but have no corresponding IPAM allocation.`,
    ],
    [
      'Scanning for IPAM handles with no matching IPs...',
      `Found 0 handles with no matching IPs (and ${handles.size} handles with matches).`,
      'Scanning for IPs with missing handle...',
      'Found 0 handles mentioned in blocks with no matching handle resource.',
      `Check complete; found ${leaked.length + lost.length} problems.`,
    ],
  ];
}

function leakedLine(cluster: Cluster, { address, allocation }: GivenOut): string {
  return `  ${formatIpv4(address)} leaked; attrs ${attributesText(cluster, allocation)}`;
}

function lostLine({ address, owner }: Owned, isInPool: boolean): string {
  return isInPool
    ? `  ${formatIpv4(address)} in use by ${owner} and in active IPAM pool but has no IPAM allocation.`
    : `  ${formatIpv4(address)} in use by ${owner} is not in any active IP pool.`;
}
