/**
 * A block of addresses, as the datastore keeps it (libcalico-go/lib/ipam/ipam_block.go): who has each
 * address, and the queue of those that nobody has. Addresses leave the queue at its head and come back
 * at its tail, so a released one is used again only after all that were free before it.
 *
 * Blocks are values: what changes a block answers another one.
 */
import { type Cidr, cidrSize } from '../../addr/cidr';
import { type Ipv4, ipv4FromBits } from '../../addr/ipv4';

/** Whom an address was given to, and what calicoctl shows of it. */
export interface Allocation {
  readonly handle: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface AllocationBlock {
  readonly cidr: Cidr;
  /** The node that the block belongs to; `undefined` once it was given back while in use. */
  readonly node: string | undefined;
  /** By ordinal: the address's place in the block. */
  readonly allocations: ReadonlyMap<number, Allocation>;
  /** Ordinals; the next address to go is at the head. */
  readonly unallocated: readonly number[];
}

/**
 * A block of which nothing is in use.
 * @param earlierUses how many of its addresses were given out once and came back
 */
export function emptyBlock(cidr: Cidr, node: string, earlierUses = 0): AllocationBlock {
  const size = cidrSize(cidr);
  const unallocated = Array.from({ length: size }, (_, at) => (at + earlierUses) % size);
  return { cidr, node, allocations: new Map(), unallocated };
}

export function ordinalOf(block: AllocationBlock, address: Ipv4): number {
  return address - block.cidr.address;
}

export function addressAt(block: AllocationBlock, ordinal: number): Ipv4 {
  return ipv4FromBits(block.cidr.address + ordinal);
}

export function withAllocation(
  block: AllocationBlock,
  ordinal: number,
  allocation: Allocation,
): AllocationBlock {
  const { cidr, node } = block;
  const allocations = new Map(block.allocations).set(ordinal, allocation);
  return { cidr, node, allocations, unallocated: without(block.unallocated, ordinal) };
}

export function withoutAllocation(block: AllocationBlock, ordinal: number): AllocationBlock {
  const { cidr, node, unallocated } = block;
  const allocations = new Map(block.allocations);
  allocations.delete(ordinal);
  return { cidr, node, allocations, unallocated: [...unallocated, ordinal] };
}

export function withoutAffinity({
  cidr,
  allocations,
  unallocated,
}: AllocationBlock): AllocationBlock {
  return { cidr, node: undefined, allocations, unallocated };
}

function without(ordinals: readonly number[], ordinal: number): readonly number[] {
  const at = ordinals.indexOf(ordinal);
  return ordinals.slice(0, at).concat(ordinals.slice(at + 1));
}
