/**
 * The fields of FelixConfiguration that change what Felix programs (felix/config/config_params.go).
 */
import type { Ipv4 } from '../../addr/ipv4';

export interface FelixSettings {
  readonly defaultEndpointToHostAction: EndpointToHostAction;
  /** `undefined`: any free port. */
  readonly natPortRange: { readonly low: number; readonly high: number } | undefined;
  readonly natOutgoingAddress: Ipv4 | undefined;
  /** Only traffic that leaves by this interface is masqueraded; may end in `+`. */
  readonly iptablesNATOutgoingInterfaceFilter: string | undefined;
  /** Since v3.31: what counts as inside besides the pools, and is not masqueraded. */
  readonly natOutgoingExclusions: 'IPPoolsOnly' | 'IPPoolsAndHostIPs';
  readonly chainInsertMode: 'insert' | 'append';
  /** The beginnings of the names of workload interfaces. */
  readonly interfacePrefix: readonly string[];
  readonly serviceLoopPrevention: 'Drop' | 'Reject' | 'Disabled';
  /** Addresses and CIDRs outside the cluster that may send IPIP and VXLAN. */
  readonly externalNodesList: readonly string[];
  readonly workloadSourceSpoofing: 'Any' | 'Disabled';
  readonly allowIPIPPacketsFromWorkloads: boolean;
  readonly allowVXLANPacketsFromWorkloads: boolean;
  readonly disableConntrackInvalidCheck: boolean;
  readonly vxlanVNI: number;
  readonly vxlanPort: number;
  /** Bytes; `undefined`: as the NIC allows. */
  readonly ipipMTU: number | undefined;
  readonly vxlanMTU: number | undefined;
  /** Milliseconds; zero: never; `undefined`: as the release does (refresh-intervals.ts). */
  readonly iptablesRefreshMs: number | undefined;
  readonly iptablesPostWriteCheckMs: number | undefined;
  readonly ipsetsRefreshMs: number | undefined;
  readonly routeRefreshMs: number | undefined;
}

export type EndpointToHostAction = 'ACCEPT' | 'DROP' | 'RETURN';

/** Felix's own defaults, but for the endpoint-to-host action: there the manifest says ACCEPT. */
export const DEFAULT_FELIX_SETTINGS: FelixSettings = {
  defaultEndpointToHostAction: 'ACCEPT',
  natPortRange: undefined,
  natOutgoingAddress: undefined,
  iptablesNATOutgoingInterfaceFilter: undefined,
  natOutgoingExclusions: 'IPPoolsOnly',
  chainInsertMode: 'insert',
  interfacePrefix: ['cali'],
  serviceLoopPrevention: 'Drop',
  externalNodesList: [],
  workloadSourceSpoofing: 'Disabled',
  allowIPIPPacketsFromWorkloads: false,
  allowVXLANPacketsFromWorkloads: false,
  disableConntrackInvalidCheck: false,
  vxlanVNI: 4096,
  vxlanPort: 4789,
  ipipMTU: undefined,
  vxlanMTU: undefined,
  iptablesRefreshMs: undefined,
  iptablesPostWriteCheckMs: undefined,
  ipsetsRefreshMs: undefined,
  routeRefreshMs: undefined,
};
