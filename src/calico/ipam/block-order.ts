/**
 * In which order a node tries the blocks of a pool (libcalico-go/lib/ipam/ipam_block_reader_writer.go,
 * `randomBlockGenerator`, `determineSeed`): from a place that its name decides, upwards and around.
 */
import { type Cidr, cidrOf, cidrSize } from '../../addr/cidr';
import { ipv4FromBits } from '../../addr/ipv4';
import type { IpPool } from '../model';
import { goRand, randomBelow } from './go-rand';

/** The number of the block at which a node starts, in a pool of so many. */
export function blockStartIndex(node: string, blockCount: number): number {
  return randomBelow(blockCount, goRand(fnv1(node)));
}

/** Every block of the pool once, in the node's order. */
export function* blocksInOrder(
  pool: Pick<IpPool, 'cidr' | 'blockSize'>,
  node: string,
): IterableIterator<Cidr> {
  const blockCount = 2 ** (pool.blockSize - pool.cidr.length);
  const size = cidrSize({ address: pool.cidr.address, length: pool.blockSize });
  const start = blockStartIndex(node, blockCount);
  for (let tried = 0; tried < blockCount; tried++) {
    const index = (start + tried) % blockCount;
    yield cidrOf(ipv4FromBits(pool.cidr.address + index * size), pool.blockSize);
  }
}

/** FNV-1, 32 bits: multiply first, then exclusive-or (not FNV-1a). */
function fnv1(text: string): number {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash, 16777619) ^ byte;
  return hash >>> 0;
}
