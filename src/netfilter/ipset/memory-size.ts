/**
 * What a set takes in the kernel's memory, `Size in memory` of `ipset list` (`mtype_ahash_memsize`,
 * net/netfilter/ipset/ip_set_hash_gen.h; x86-64, Linux 5.11 and later). Into which bucket a member
 * falls is another hash than the kernel's, so that full tables agree about, and small ones exactly.
 */
import type { IpSet, IpSetType } from './ip-set';

/** Bytes of an empty set with one region of locks, and of one member. */
const SIZES = {
  // Counts the networks of each length besides.
  'hash:net': { empty: 456, member: 8 },
  'hash:ip': { empty: 216, member: 4 },
  'hash:ip,port': { empty: 216, member: 8 },
} as const satisfies Record<IpSetType, { readonly empty: number; readonly member: number }>;

const BUCKET_HEAD = 32;
/** A bucket begins with room for two; with each two more it counts as another one. */
const BUCKET_STEP = 2;
const BUCKETS_PER_REGION = 1024;
const REGION = 24;

interface HashTableShape {
  /** `hashsize` as it is now. */
  readonly hashSize: number;
  readonly bytes: number;
}

export function shapeOf({ type, members, settings }: IpSet): HashTableShape {
  const hashes = members.map(hashOf);
  let { hashSize } = settings;
  let filled = fill(hashes, hashSize);
  while (Math.max(0, ...filled.values()) > settings.bucketSize) {
    hashSize *= 2;
    filled = fill(hashes, hashSize);
  }
  const { empty, member } = SIZES[type];
  let bytes = empty + REGION * (Math.max(1, hashSize / BUCKETS_PER_REGION) - 1);
  for (const count of filled.values()) {
    bytes += Math.ceil(count / BUCKET_STEP) * (BUCKET_HEAD + BUCKET_STEP * member);
  }
  return { hashSize, bytes };
}

/** How many are in each bucket that has any. */
function fill(hashes: readonly number[], hashSize: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const hash of hashes) {
    const bucket = hash % hashSize;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

/** FNV-1a (draft-eastlake-fnv), 32 bits, stirred as MurmurHash3 ends so that neighbours part. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
