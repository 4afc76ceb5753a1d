/**
 * The drop reasons as words that a sentence may use. The table is complete by its type: a reason that
 * the engine learns is a compile error here until it is added.
 */

import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type { DropReason } from '../../src/wire/drop-reason';
import { NotEstablishedError } from './not-established';

const DROP_REASONS = {
  NOT_SPECIFIED: true,
  NO_SOCKET: true,
  PKT_TOO_SMALL: true,
  TCP_CSUM: true,
  UDP_CSUM: true,
  ICMP_CSUM: true,
  NETFILTER_DROP: true,
  OTHERHOST: true,
  IP_CSUM: true,
  IP_INHDR: true,
  IP_RPFILTER: true,
  IP_NOPROTO: true,
  IP_INNOROUTES: true,
  IP_OUTNOROUTES: true,
  IP_INADDRERRORS: true,
  IP_LOCAL_SOURCE: true,
  IP_INVALID_SOURCE: true,
  NEIGH_FAILED: true,
  NEIGH_QUEUEFULL: true,
  NEIGH_DEAD: true,
  DUP_FRAG: true,
  FRAG_REASM_TIMEOUT: true,
  PKT_TOO_BIG: true,
  HDR_TRUNC: true,
  DEV_READY: true,
  DEV_HDR: true,
  FULL_RING: true,
  UNHANDLED_PROTO: true,
  VXLAN_INVALID_HDR: true,
  VXLAN_VNI_NOT_FOUND: true,
  VXLAN_NO_REMOTE: true,
  MAC_INVALID_SOURCE: true,
  TUNNEL_TXINFO: true,
  RECURSION_LIMIT: true,
  LINK_LOSS: true,
} as const satisfies Record<DropReason, true>;

/** @throws NotEstablishedError for a word that the kernel does not know */
export function dropReason(word: string): DropReason {
  if (Object.hasOwn(DROP_REASONS, word)) return word as DropReason;
  throw new NotEstablishedError(
    `the kernel has no drop reason ${word}${didYouMeanOneOf(word, Object.keys(DROP_REASONS))}`,
  );
}
