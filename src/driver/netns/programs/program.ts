/**
 * What every stimulus needs of the lab, and gives before the frames are gathered.
 */
import type { Ipv4 } from '../../../addr/ipv4';
import type { Mac } from '../../../addr/mac';
import type { Outcome } from '../../stimulus';
import type { End } from '../host/topology';
import type { Lab } from '../lab/lab';

/** An outcome before the packets are gathered. */
export type BareOutcome<O extends Outcome> = Omit<O, 'traces' | 'frames'>;

export interface Site {
  readonly lab: Lab;
  /** The host that has the address, where one has. */
  ownerOf(address: Ipv4): string | undefined;
  macOf(end: End): Mac | undefined;
  /** Whoever hears first what is sent there; `undefined` where nobody does. */
  peerOf(end: End): End | undefined;
}
