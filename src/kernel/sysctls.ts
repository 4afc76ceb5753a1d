/**
 * The sysctls that decide what happens to a packet, with the kernel's defaults. A new one is one row
 * here and a reader wherever it decides (Documentation/networking/ip-sysctl.rst).
 */

/**
 * `net.ipv4.conf.DEVICE.*`; the meaning of `all` differs by row, see `effectiveConf`. Kept and shown,
 * but without effect here: accept_redirects, bc_forwarding, log_martians, secure_redirects,
 * src_valid_mark (redirects are never followed, directed broadcasts never forwarded).
 */
export const CONF_DEFAULTS = {
  accept_local: 0,
  accept_redirects: 1,
  arp_accept: 0,
  arp_announce: 0,
  arp_filter: 0,
  arp_ignore: 0,
  bc_forwarding: 0,
  forwarding: 0,
  log_martians: 0,
  proxy_arp: 0,
  proxy_arp_pvlan: 0,
  route_localnet: 0,
  rp_filter: 0,
  secure_redirects: 1,
  send_redirects: 1,
  shared_media: 1,
  src_valid_mark: 0,
} as const;

/** `net.ipv4.neigh.DEVICE.*`. Times without `_ms`: seconds, or hundredths where the row says so. */
export const NEIGH_DEFAULTS = {
  app_solicit: 0,
  base_reachable_time_ms: 30_000,
  delay_first_probe_time: 5,
  gc_stale_time: 60,
  /** Hundredths of a second. */
  locktime: 100,
  mcast_resolicit: 0,
  mcast_solicit: 3,
  /** Hundredths of a second. */
  proxy_delay: 80,
  proxy_qlen: 64,
  retrans_time_ms: 1000,
  ucast_solicit: 3,
  unres_qlen: 101,
} as const;

/** `net.ipv4.*`, for the whole network namespace. */
export const IPV4_DEFAULTS = {
  icmp_echo_ignore_all: 0,
  icmp_errors_use_inbound_ifaddr: 0,
  icmp_msgs_burst: 50,
  icmp_msgs_per_sec: 1000,
  icmp_ratelimit: 1000,
  icmp_ratemask: 6168,
  ip_default_ttl: 64,
  ip_forward: 0,
  ip_no_pmtu_disc: 0,
  ipfrag_time: 30,
} as const;

export type DeviceConf = { -readonly [Name in keyof typeof CONF_DEFAULTS]: number };
export type NeighConf = { -readonly [Name in keyof typeof NEIGH_DEFAULTS]: number };
export type Ipv4Conf = { -readonly [Name in keyof typeof IPV4_DEFAULTS]: number };

/** How `all` and a device's own value make the one that counts (include/linux/inetdevice.h). */
type Combination = 'own' | 'either' | 'maximum';

const COMBINATIONS: { readonly [Name in keyof DeviceConf]: Combination } = {
  accept_local: 'either',
  accept_redirects: 'either',
  arp_accept: 'own',
  arp_announce: 'maximum',
  arp_filter: 'either',
  arp_ignore: 'maximum',
  bc_forwarding: 'own',
  forwarding: 'own',
  log_martians: 'either',
  proxy_arp: 'either',
  proxy_arp_pvlan: 'own',
  route_localnet: 'either',
  rp_filter: 'maximum',
  secure_redirects: 'either',
  send_redirects: 'either',
  shared_media: 'either',
  src_valid_mark: 'either',
};

/** The value that counts for a device: its own, the larger of both, or either's being set. */
export function effectiveConf(all: DeviceConf, own: DeviceConf, name: keyof DeviceConf): number {
  switch (COMBINATIONS[name]) {
    case 'own':
      return own[name];
    case 'either':
      return all[name] | own[name];
    case 'maximum':
      return Math.max(all[name], own[name]);
  }
}
