/**
 * Calico IPAM (libcalico-go/lib/ipam/ipam.go): who gets which address. A node takes from its own
 * blocks, then claims another, then borrows from the blocks of other nodes.
 */
import { type Cidr, cidrContains, cidrOf, formatCidr } from '../../addr/cidr';
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { invariant } from '../../base/invariant';
import type { AddressUse, CalicoNode, IpPool } from '../model';
import {
  type Allocation,
  type AllocationBlock,
  addressAt,
  emptyBlock,
  ordinalOf,
  withAllocation,
  withoutAffinity,
  withoutAllocation,
} from './allocation-block';
import { blocksInOrder } from './block-order';
import { IpamError } from './ipam-error';
import { IpamStore } from './ipam-store';
import { poolsFor } from './pool-choice';

/** IPAMConfig `default`, IPPools and IPReservations: what IPAM obeys. */
export interface IpamSettings {
  readonly pools: readonly IpPool[];
  readonly strictAffinity: boolean;
  readonly autoAllocateBlocks: boolean;
  readonly maxBlocksPerHost: number;
  readonly reservations: readonly Cidr[];
}

export const DEFAULT_IPAM_SETTINGS: Omit<IpamSettings, 'pools'> = {
  strictAffinity: false,
  autoAllocateBlocks: true,
  maxBlocksPerHost: 20,
  reservations: [],
};

export interface AddressRequest extends Allocation {
  readonly node: Pick<CalicoNode, 'name' | 'labels'>;
  readonly use: AddressUse;
  readonly count: number;
  /** CIDRs of pools, as annotations ask for them; empty: whichever suits the node. */
  readonly requestedPools: readonly Cidr[];
}

export interface AutoAssigned {
  /** Fewer than asked for where the pools ran dry. */
  readonly addresses: readonly Ipv4[];
  /** Why there are fewer. */
  readonly messages: readonly string[];
}

export class Ipam {
  readonly #store: IpamStore;
  readonly #earlierUses: number;

  /** @param earlierUses how many addresses of a block that is claimed from now on were in use before */
  constructor(store = new IpamStore(), earlierUses = 0) {
    this.#store = store;
    this.#earlierUses = earlierUses;
  }

  /** An IPAM of its own that starts from the same allocations. */
  fork(): Ipam {
    return new Ipam(this.#store.fork(), this.#earlierUses);
  }

  blocks(): IterableIterator<AllocationBlock> {
    return this.#store.blocks();
  }

  /** The addresses of a handle, in the order in which they were given. */
  addressesOf(handle: string): readonly Ipv4[] {
    return this.#store.addressesOf(handle);
  }

  /** Who has the address; `undefined` where nobody has. */
  allocationOf(address: Ipv4, pools: readonly IpPool[]): Allocation | undefined {
    const block = this.#blockOf(address, pools);
    return block?.allocations.get(ordinalOf(block, address));
  }

  /** @throws IpamError where no pool may be used at all */
  autoAssign(request: AddressRequest, settings: IpamSettings): AutoAssigned {
    const pools = poolsFor(request, settings.pools);
    const addresses: Ipv4[] = [];
    const messages: string[] = [];
    while (addresses.length < request.count) {
      const block = this.#ownBlockWithRoom(request.node.name, pools, settings);
      if (block === undefined) break;
      if (block === 'limit-reached') {
        messages.push(
          `Need to allocate an IPAM block but could not - limit of ${settings.maxBlocksPerHost} blocks reached for this node`,
        );
        break;
      }
      this.#take(block, request, settings, addresses);
    }
    if (!settings.strictAffinity) this.#borrow(request, pools, settings, addresses);
    if (addresses.length < request.count && messages.length === 0) {
      messages.push(
        settings.strictAffinity
          ? 'No more free affine blocks and strict affinity enabled'
          : `No IPs available in pools: [${pools.map(({ cidr }) => formatCidr(cidr)).join(' ')}]`,
      );
    }
    return { addresses, messages };
  }

  /** Gives out this very address. @throws IpamError where it is outside all pools or taken */
  assign(address: Ipv4, node: string, allocation: Allocation, settings: IpamSettings): void {
    const pool = poolOf(address, settings.pools);
    if (pool === undefined || pool.disabled) {
      throw new IpamError('The provided IP address is not in a configured pool');
    }
    const cidr = cidrOf(address, pool.blockSize);
    const block = this.#store.block(cidr) ?? this.#claim(cidr, node);
    const ordinal = ordinalOf(block, address);
    if (block.allocations.has(ordinal)) {
      throw new IpamError(`resource already exists: ${formatIpv4(address)}`);
    }
    this.#allocate(block, ordinal, allocation);
  }

  /** Gives an address back; answers whether anyone had it. */
  release(address: Ipv4, pools: readonly IpPool[]): boolean {
    const block = this.#blockOf(address, pools);
    if (block === undefined) return false;
    const ordinal = ordinalOf(block, address);
    const allocation = block.allocations.get(ordinal);
    if (allocation === undefined) return false;
    const { handle } = allocation;
    const rest = this.#store.addressesOf(handle).filter((other) => other !== address);
    this.#store.putHandle(handle, rest);
    this.#put(withoutAllocation(block, ordinal));
    return true;
  }

  releaseHandle(handle: string, pools: readonly IpPool[]): void {
    for (const address of this.#store.addressesOf(handle)) this.release(address, pools);
  }

  /** The node is gone, or gives its blocks back: empty ones vanish, the others stay without owner. */
  releaseAffinities(node: string): void {
    for (const cidr of this.#store.affinities(node)) {
      const block = this.#store.block(cidr);
      if (block !== undefined) this.#put(withoutAffinity(block));
    }
    this.#store.putAffinities(node, []);
  }

  /** A pool goes (`ReleasePoolAffinities`): the same for its blocks, whose ever they are. */
  releasePoolAffinities(pool: Cidr): void {
    for (const block of [...this.#store.blocks()]) {
      if (block.node === undefined || !cidrContains(pool, block.cidr.address)) continue;
      const kept = this.#store
        .affinities(block.node)
        .filter((cidr) => !cidrContains(pool, cidr.address));
      this.#store.putAffinities(block.node, kept);
      this.#put(withoutAffinity(block));
    }
  }

  #ownBlockWithRoom(
    node: string,
    pools: readonly IpPool[],
    settings: IpamSettings,
  ): AllocationBlock | 'limit-reached' | undefined {
    const affine = this.#store.affinities(node);
    for (const cidr of affine) {
      const block = this.#store.block(cidr);
      const isWanted = pools.some((pool) => cidrContains(pool.cidr, cidr.address));
      if (isWanted && block && freeOrdinal(block, settings) !== undefined) return block;
    }
    if (!settings.autoAllocateBlocks) return undefined;
    if (affine.length >= settings.maxBlocksPerHost) return 'limit-reached';
    for (const pool of pools) {
      for (const cidr of blocksInOrder(pool, node)) {
        if (this.#store.block(cidr) !== undefined || isReserved(cidr, settings)) continue;
        return this.#claim(cidr, node);
      }
    }
    return undefined;
  }

  #borrow(
    request: AddressRequest,
    pools: readonly IpPool[],
    settings: IpamSettings,
    addresses: Ipv4[],
  ): void {
    for (const pool of pools) {
      if (addresses.length >= request.count) return;
      for (const cidr of blocksInOrder(pool, request.node.name)) {
        const block = this.#store.block(cidr);
        if (block !== undefined) this.#take(block, request, settings, addresses);
        if (addresses.length >= request.count) return;
      }
    }
  }

  /** Takes from one block until the request is met or the block is used up. */
  #take(
    block: AllocationBlock,
    request: AddressRequest,
    settings: IpamSettings,
    addresses: Ipv4[],
  ): void {
    const { handle, attributes } = request;
    let current = block;
    while (addresses.length < request.count) {
      const ordinal = freeOrdinal(current, settings);
      if (ordinal === undefined) return;
      addresses.push(addressAt(current, ordinal));
      current = this.#allocate(current, ordinal, { handle, attributes });
    }
  }

  #allocate(block: AllocationBlock, ordinal: number, allocation: Allocation): AllocationBlock {
    invariant(!block.allocations.has(ordinal), 'an address is given out once');
    const changed = withAllocation(block, ordinal, allocation);
    const held = this.#store.addressesOf(allocation.handle);
    this.#store.putBlock(changed);
    this.#store.putHandle(allocation.handle, [...held, addressAt(block, ordinal)]);
    return changed;
  }

  #claim(cidr: Cidr, node: string): AllocationBlock {
    const block = emptyBlock(cidr, node, this.#earlierUses);
    this.#store.putBlock(block);
    this.#store.putAffinities(node, [...this.#store.affinities(node), cidr]);
    return block;
  }

  /** A block that is empty and belongs to nobody is not kept. */
  #put(block: AllocationBlock): void {
    if (block.node === undefined && block.allocations.size === 0) this.#store.deleteBlock(block);
    else this.#store.putBlock(block);
  }

  #blockOf(address: Ipv4, pools: readonly IpPool[]): AllocationBlock | undefined {
    const pool = poolOf(address, pools);
    if (pool !== undefined) return this.#store.block(cidrOf(address, pool.blockSize));
    // The pool may be gone while its blocks are in use.
    return [...this.#store.blocks()].find(({ cidr }) => cidrContains(cidr, address));
  }
}

function poolOf(address: Ipv4, pools: readonly IpPool[]): IpPool | undefined {
  return pools.find(({ cidr }) => cidrContains(cidr, address));
}

function freeOrdinal(block: AllocationBlock, { reservations }: IpamSettings): number | undefined {
  if (reservations.length === 0) return block.unallocated[0];
  return block.unallocated.find((ordinal) => {
    const address = addressAt(block, ordinal);
    return !reservations.some((reserved) => cidrContains(reserved, address));
  });
}

/** Whether the block has no address that is not reserved. */
function isReserved(block: Cidr, { reservations }: IpamSettings): boolean {
  return reservations.some(
    (reserved) => reserved.length <= block.length && cidrContains(reserved, block.address),
  );
}
