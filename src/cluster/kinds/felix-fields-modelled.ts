/**
 * Which fields of FelixConfiguration may be set: those that the simulated Felix follows, those that
 * no packet notices, and others as long as they say what Felix does anyway.
 */

/** calico/felix/felix-settings.ts */
const FOLLOWED = new Set([
  'allowIPIPPacketsFromWorkloads',
  'allowVXLANPacketsFromWorkloads',
  'chainInsertMode',
  'defaultEndpointToHostAction',
  'disableConntrackInvalidCheck',
  'externalNodesList',
  'interfacePrefix',
  'ipipMTU',
  'ipsetsRefreshInterval',
  'iptablesNATOutgoingInterfaceFilter',
  'iptablesPostWriteCheckInterval',
  'iptablesRefreshInterval',
  'natOutgoingAddress',
  'natOutgoingExclusions',
  'natPortRange',
  'routeRefreshInterval',
  'serviceLoopPrevention',
  'vxlanMTU',
  'vxlanPort',
  'vxlanVNI',
  'workloadSourceSpoofing',
]);

/**
 * About logs, health, metrics and Felix's own pace (of interfaces it looks again for events that it
 * missed, and here it misses none); and of dataplanes that are switched off.
 */
const UNNOTICED: readonly RegExp[] = [
  /^(log(?!Action)|debug|flowLogs|health|prometheus|reporting|usageReporting|endpoint|go[A-Z])/,
  /^(bpf(?!Enabled$)|wireguard(?!Enabled|Host)|nftables(?!Mode$)|windows|openstack|istioDSCP)/,
  /(RefreshInterval|CheckInterval|ProbeInterval|Timeout|V6|IPv6)$/,
  /^(ipv6\w+Priority|cgroupV2Path|dataplaneDriver|iptablesBackend|policySyncPathPrefix|requireMTUFile)$/,
];

/** The values at which these fields change nothing. */
const AS_FELIX_DOES: Readonly<Record<string, readonly unknown[]>> = {
  awsSrcDstCheck: ['DoNothing'],
  bpfEnabled: [false],
  floatingIPs: ['Disabled'],
  genericXDPEnabled: [false],
  ipForwarding: ['Enabled'],
  ipv6Support: [false, true],
  istioAmbientMode: ['Disabled'],
  iptablesFilterAllowAction: ['Accept'],
  iptablesFilterDenyAction: ['Drop'],
  iptablesMangleAllowAction: ['Accept'],
  localSubnetL2Reachability: ['Disabled'],
  nftablesMode: ['Auto', 'Disabled'],
  programClusterRoutes: ['Disabled'],
  removeExternalRoutes: [true],
  routeSource: ['CalicoIPAM'],
  routeSyncDisabled: [false],
  sidecarAccelerationEnabled: [false],
  useInternalDataplaneDriver: [true],
  wireguardEnabled: [false],
  wireguardEnabledV6: [false],
  wireguardHostEncryptionEnabled: [false],
  xdpEnabled: [false, true],
};

/** The first field whose value would change packets on a cluster and does not here. */
export function felixFieldWithEffect(spec: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(spec).find(
    (name) =>
      spec[name] !== undefined &&
      !FOLLOWED.has(name) &&
      !AS_FELIX_DOES[name]?.includes(spec[name]) &&
      !UNNOTICED.some((pattern) => pattern.test(name)),
  );
}
