/**
 * What a routing lookup answers: Linux's `struct rtable`.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Device } from './devices/device';
import type { FibRoute } from './fib';
import type { SysctlStep } from './sysctl-step';

/** The errors of a lookup, by Linux's errno names. */
export type RouteError = 'ENETUNREACH' | 'EHOSTUNREACH' | 'EACCES' | 'EINVAL';

export interface RouteResult {
  /** `local` is delivered here, `unicast` goes out of `device`, `broadcast` is both. */
  readonly type: 'local' | 'unicast' | 'broadcast';
  readonly device: Device;
  /** Whom the neighbour table is asked for: the gateway, or the destination itself. */
  readonly nextHop: Ipv4;
  /** The address that a local packet takes where its socket has none. */
  readonly source: Ipv4;
  readonly entry: FibRoute;
  /** Bytes; the path's MTU where it was learned to be less than the device's. */
  readonly mtu: number;
}

export interface NoRoute {
  readonly type: 'error';
  readonly error: RouteError;
  /** The route that says so (`blackhole 172.16.158.0/24`), or that there is none. */
  readonly text: string;
  /** The route that says so, or that would have been taken; none where none holds the address. */
  readonly entry: FibRoute | undefined;
  /** What forbids it, where that is a sysctl. */
  readonly sysctl?: SysctlStep;
}
