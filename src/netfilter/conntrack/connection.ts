/**
 * One row of the connection table (`struct nf_conn`, include/net/netfilter/nf_conntrack.h).
 */
import { invariant } from '../../base/invariant';
import type { TcpTracking } from './protocols/tcp-states';
import { invertTuple, type Tuple } from './tuple';

/** Which way a packet goes: as the connection's first packet did, or back. */
export type Direction = 'original' | 'reply';

export class Connection {
  /** Of the first packet, as it came. */
  readonly original: Tuple;
  /** Of the answer, as it will come: NAT shows in the difference to `original`. */
  reply: Tuple;
  /** IPS_CONFIRMED: the first packet left the host or reached a socket; only then is it in the table. */
  isConfirmed = false;
  /** IPS_SEEN_REPLY; a row without it is `[UNREPLIED]`. */
  hasSeenReply = false;
  /** IPS_ASSURED. */
  isAssured = false;
  /** IPS_SRC_NAT. */
  isSourceTranslated = false;
  /** IPS_DST_NAT. */
  isDestinationTranslated = false;
  /** IPS_SRC_NAT_DONE: rules were asked, and will not be again. */
  isSourceBound = false;
  /** IPS_DST_NAT_DONE. */
  isDestinationBound = false;
  /** IPS_DYING: out of the table, though a packet may still point here. */
  isDead = false;
  mark = 0;
  /** Virtual time in microseconds at which the row vanishes. */
  expiresAtUs = 0;
  /** Where MASQUERADE took the address from. */
  masqueradeInterface: string | undefined = undefined;
  /** UDP: from when on a flow that still goes both ways counts as a stream. */
  streamFromUs = 0;
  tcp: TcpTracking | undefined = undefined;

  constructor(original: Tuple, reply: Tuple) {
    this.original = original;
    this.reply = reply;
  }

  tuple(direction: Direction): Tuple {
    return direction === 'original' ? this.original : this.reply;
  }

  /**
   * The tuple that packets of this direction have once NAT is done with them: the answer's, the other
   * way round.
   */
  translatedTuple(direction: Direction): Tuple {
    const inverse = invertTuple(direction === 'original' ? this.reply : this.original);
    invariant(inverse !== undefined, 'only flows that can be answered are tracked');
    return inverse;
  }
}
