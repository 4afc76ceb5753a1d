/**
 * How often Felix looks whether a host is still as it left it (felix/config/config_params.go). What
 * somebody changes by hand stays changed until then.
 */
import type { CalicoModel } from '../model';
import type { CalicoRelease } from '../release';

/** Milliseconds; zero: it never looks by itself. */
export interface RefreshIntervals {
  /** Each table, since it was last read. */
  readonly iptablesMs: number;
  /** After a write of its own Felix looks again after this, after twice this, four times … up to an hour. */
  readonly iptablesPostWriteMs: number;
  readonly ipsetsMs: number;
  /** Routes, and the neighbours and forwarding entries of vxlan.calico. */
  readonly routesMs: number;
}

const FIRST: RefreshIntervals = {
  iptablesMs: 90_000,
  iptablesPostWriteMs: 1000,
  // So short because of a bug of Linux before 4.11; 90 s from v3.29 on (calico pull request 8959).
  ipsetsMs: 10_000,
  routesMs: 90_000,
};

const DEFAULTS: { readonly [Release in CalicoRelease]: RefreshIntervals } = {
  'v3.27': FIRST,
  'v3.28.1': FIRST,
  'v3.28': FIRST,
  'v3.30': {
    iptablesMs: 180_000,
    iptablesPostWriteMs: 5000,
    ipsetsMs: 90_000,
    routesMs: 90_000,
  },
};

/** What FelixConfiguration says, and else what the release does. */
export function refreshIntervals({ release, felix }: CalicoModel): RefreshIntervals {
  const defaults = DEFAULTS[release];
  return {
    iptablesMs: felix.iptablesRefreshMs ?? defaults.iptablesMs,
    iptablesPostWriteMs: felix.iptablesPostWriteCheckMs ?? defaults.iptablesPostWriteMs,
    ipsetsMs: felix.ipsetsRefreshMs ?? defaults.ipsetsMs,
    routesMs: felix.routeRefreshMs ?? defaults.routesMs,
  };
}
