/** All that the static chains depend on: a thousand nodes share few of these. */
import type { MarkBits, ReleaseTraits } from '../../release';
import type { FelixSettings } from '../felix-settings';

export interface StaticInput {
  readonly marks: MarkBits;
  readonly natPostrouting: ReleaseTraits['natPostrouting'];
  readonly settings: FelixSettings;
  /** Whether any pool encapsulates so; Felix's rules then let the tunnel's packets in and out. */
  readonly hasIpip: boolean;
  readonly hasVxlan: boolean;
  /** Devices with a tunnel address, in the order of their MASQUERADE rules. */
  readonly tunnelDevices: readonly string[];
  readonly hasNatOutgoingPool: boolean;
  /** Service prefixes, formatted and sorted. */
  readonly blockedCidrs: readonly string[];
  readonly rpfSkips: readonly RpfSkip[];
}

/** A pod that may send from addresses of that prefix too. */
export interface RpfSkip {
  readonly workloadInterface: string;
  readonly source: string;
}
