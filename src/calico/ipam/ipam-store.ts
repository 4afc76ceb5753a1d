/**
 * IPAM's part of the datastore: blocks, which node has which (BlockAffinity), and what each handle
 * holds. A fork costs nothing until one of the two sides writes.
 */
import { type Cidr, formatCidr } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import type { AllocationBlock } from './allocation-block';

interface Tables {
  readonly blocks: Map<number, AllocationBlock>;
  readonly affinities: Map<string, readonly Cidr[]>;
  readonly handles: Map<string, readonly Ipv4[]>;
}

export class IpamStore {
  #tables: Tables;
  /** Whether nobody else can see these tables. */
  #isOwner: boolean;

  constructor() {
    this.#tables = { blocks: new Map(), affinities: new Map(), handles: new Map() };
    this.#isOwner = true;
  }

  fork(): IpamStore {
    const other = new IpamStore();
    other.#tables = this.#tables;
    this.#isOwner = false;
    other.#isOwner = false;
    return other;
  }

  block(cidr: Cidr): AllocationBlock | undefined {
    return this.#tables.blocks.get(blockKey(cidr));
  }

  blocks(): IterableIterator<AllocationBlock> {
    return this.#tables.blocks.values();
  }

  /** The node's blocks in the order in which the datastore lists them: by name. */
  affinities(node: string): readonly Cidr[] {
    return this.#tables.affinities.get(node) ?? [];
  }

  addressesOf(handle: string): readonly Ipv4[] {
    return this.#tables.handles.get(handle) ?? [];
  }

  putBlock(block: AllocationBlock): void {
    this.#own().blocks.set(blockKey(block.cidr), block);
  }

  deleteBlock(block: AllocationBlock): void {
    this.#own().blocks.delete(blockKey(block.cidr));
  }

  putAffinities(node: string, blocks: readonly Cidr[]): void {
    const { affinities } = this.#own();
    if (blocks.length === 0) affinities.delete(node);
    else affinities.set(node, [...blocks].sort(byName));
  }

  putHandle(handle: string, addresses: readonly Ipv4[]): void {
    const { handles } = this.#own();
    if (addresses.length === 0) handles.delete(handle);
    else handles.set(handle, addresses);
  }

  #own(): Tables {
    if (!this.#isOwner) {
      const { blocks, affinities, handles } = this.#tables;
      this.#tables = {
        blocks: new Map(blocks),
        affinities: new Map(affinities),
        handles: new Map(handles),
      };
      this.#isOwner = true;
    }
    return this.#tables;
  }
}

function blockKey({ address, length }: Cidr): number {
  return address * 64 + length;
}

function byName(one: Cidr, other: Cidr): number {
  return formatCidr(one) < formatCidr(other) ? -1 : 1;
}
