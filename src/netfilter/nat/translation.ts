/**
 * What a NAT rule asks for (`struct nf_nat_range2`, include/uapi/linux/netfilter/nf_nat.h).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { PortRange } from '../port-range';

/** Which end of the packet changes (`enum nf_nat_manip_type`). */
export type Manipulation = 'source' | 'destination';

export interface AddressRange {
  readonly low: Ipv4;
  readonly high: Ipv4;
}

export interface Translation {
  /** `undefined`: the address stays. */
  readonly addresses: AddressRange | undefined;
  /** Ports, or ICMP ids; `undefined`: the old one if it is free, else one of its own range. */
  readonly ports: PortRange | undefined;
  /** `--random` and `--random-fully`: a new port by chance, though the old one may be free. */
  readonly random: boolean;
  readonly randomFully: boolean;
  /** `--persistent`: one client gets the same address of a range for all its destinations. */
  readonly persistent?: boolean;
  /** The interface by which all packets of the connection must leave (MASQUERADE). */
  readonly masqueradeInterface?: string;
}

/** What the walk through the rules does after a translation: both end it. */
export type TranslationVerdict = 'accept' | 'drop';
