/**
 * An IP set as `ipset list` prints it (ipset 7.17; the figures are those of Linux 5.11 and later on
 * x86-64). Sizes are the kernel's for few members; `initval` is chance in life and the name's here.
 */
import type { IpSet } from '../../netfilter/ipset/ip-set';

/** What Felix asks for; `ipset create` alone gives 65536. */
const MAX_MEMBERS = 1_048_576;
const BYTES_PER_MEMBER = 48;

/** The newest revision of each type, and the bytes that an empty set takes. */
const KINDS = {
  'hash:net': { revision: 7, emptyBytes: 456 },
  'hash:ip': { revision: 6, emptyBytes: 200 },
  'hash:ip,port': { revision: 7, emptyBytes: 200 },
} as const satisfies Record<
  IpSet['type'],
  { readonly revision: number; readonly emptyBytes: number }
>;

export function renderSet(name: string, set: IpSet, references: number): readonly string[] {
  const { revision, emptyBytes } = KINDS[set.type];
  const sizes = `hashsize 1024 maxelem ${MAX_MEMBERS} bucketsize 12`;
  return [
    `Name: ${name}`,
    `Type: ${set.type}`,
    `Revision: ${revision}`,
    `Header: family inet ${sizes} initval 0x${hashOf(name).toString(16).padStart(8, '0')}`,
    `Size in memory: ${emptyBytes + BYTES_PER_MEMBER * set.size}`,
    `References: ${references}`,
    `Number of entries: ${set.size}`,
    'Members:',
    ...set.members,
  ];
}

/** FNV-1a (draft-eastlake-fnv), 32 bits. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
