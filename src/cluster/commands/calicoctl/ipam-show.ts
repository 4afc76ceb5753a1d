/**
 * `calicoctl ipam show` (calicoctl/commands/ipam/show.go): how full pools and blocks are, who has an
 * address, which addresses are of another node's block, and how IPAM is configured.
 */
import { cidrContains, cidrSize, formatCidr } from '../../../addr/cidr';
import { formatIpv4, type Ipv4, parseIpv4 } from '../../../addr/ipv4';
import { type AllocationBlock, addressAt } from '../../../calico/ipam/allocation-block';
import { ipamConfigurationKind } from '../../../calico/resources/ipam-configuration';
import { type CommandResult, printed } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import { allocationTimes } from './allocation-times';
import { asciiTable } from './ascii-table';
import { FatalError } from './calico-error';
import { formatShortest } from './go-number';
import type { ParsedWords } from './parse-words';

export function ipamShow({ values, flags }: ParsedWords, cluster: Cluster): CommandResult {
  const ip = values.get('--ip');
  if (ip !== undefined) return printed(showAddress(addressOf(ip), cluster));
  if (flags.has('--show-borrowed')) return printed(showBorrowed(cluster));
  if (flags.has('--show-configuration')) return printed(showConfiguration(cluster));
  return printed(showUse(cluster, flags.has('--show-blocks')));
}

/** @throws FatalError, which calicoctl prints where others print their answers */
export function addressOf(text: string): Ipv4 {
  const address = parseIpv4(text);
  if (address !== undefined) return address;
  const message = `Error executing command: invalid IP address specified: ${text}\n`;
  throw new FatalError('', message);
}

function showAddress(address: Ipv4, cluster: Cluster): string {
  const { ipam, model } = cluster.control;
  const allocation = ipam.allocationOf(address, model.pools);
  const shown = formatIpv4(address);
  if (allocation === undefined) return `${shown} is not assigned\n`;
  const attributes = Object.entries({
    ...allocation.attributes,
    ...allocationTimes(cluster, allocation),
  });
  const lines = attributes.map(([name, value]) => `  ${name}: ${value}`);
  const head = lines.length === 0 ? 'No attributes defined' : 'Attributes:';
  return [`IP ${shown} is in use`, head, ...lines].map((line) => `${line}\n`).join('');
}

/** Blocks in the order of their names, as the datastore lists them. */
export function sortedBlocks({ control }: Cluster): readonly AllocationBlock[] {
  const byName = (one: AllocationBlock, other: AllocationBlock) =>
    formatCidr(one.cidr) < formatCidr(other.cidr) ? -1 : 1;
  return [...control.ipam.blocks()].sort(byName);
}

function showUse(cluster: Cluster, hasBlocks: boolean): string {
  const { pools } = cluster.control.model;
  const blocks = sortedBlocks(cluster);
  const within = (pool: (typeof pools)[number]) =>
    blocks.filter(({ cidr }) => cidrContains(pool.cidr, cidr.address));
  const rows = pools.flatMap((pool) => {
    const own = within(pool);
    const inUse = own.reduce((sum, { allocations }) => sum + allocations.size, 0);
    const row = useRow('IP Pool', formatCidr(pool.cidr), cidrSize(pool.cidr), inUse);
    return hasBlocks ? [row, ...own.map(blockRow)] : [row];
  });
  const orphans = blocks.filter(
    ({ cidr }) => !pools.some((pool) => cidrContains(pool.cidr, cidr.address)),
  );
  const head = ['GROUPING', 'CIDR', 'IPS TOTAL', 'IPS IN USE', 'IPS FREE'];
  return asciiTable(head, [...rows, ...(hasBlocks ? orphans.map(blockRow) : [])]);
}

function blockRow({ cidr, allocations }: AllocationBlock): readonly string[] {
  return useRow('Block', formatCidr(cidr), cidrSize(cidr), allocations.size);
}

function useRow(grouping: string, cidr: string, total: number, inUse: number): readonly string[] {
  const share = (count: number) =>
    `${formatShortest(count)} (${roundHalfEven((100 * count) / total)}%)`;
  return [grouping, cidr, formatShortest(total), share(inUse), share(total - inUse)];
}

/** Go's `%.f`. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function showBorrowed(cluster: Cluster): string {
  const rows = sortedBlocks(cluster).flatMap((block) =>
    [...block.allocations]
      .sort(([one], [other]) => one - other)
      .filter(([, { attributes }]) => attributes['node'] !== block.node)
      .map(([ordinal, { attributes }]) => [
        formatIpv4(addressAt(block, ordinal)),
        attributes['node'] ?? '',
        formatCidr(block.cidr),
        block.node ?? '',
        attributes['pod'] === undefined ? (attributes['type'] ?? '') : 'pod',
        attributes['pod'] === undefined ? '' : `${attributes['namespace']}/${attributes['pod']}`,
      ]),
  );
  const head = ['IP', 'BORROWING-NODE', 'BLOCK', 'BLOCK OWNER', 'TYPE', 'ALLOCATED-TO'];
  return asciiTable(head, rows);
}

/** As it is stored; a limit of zero stands for Calico's own. */
function showConfiguration({ control: { store } }: Cluster): string {
  const spec = store.get(ipamConfigurationKind, 'default')?.spec;
  return asciiTable(
    ['PROPERTY', 'VALUE'],
    [
      ['StrictAffinity', String(spec?.strictAffinity ?? false)],
      ['AutoAllocateBlocks', String(spec?.autoAllocateBlocks ?? true)],
      ['MaxBlocksPerHost', String(spec?.maxBlocksPerHost ?? 0)],
    ],
  );
}
