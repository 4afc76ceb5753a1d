/**
 * A route as `ip route` describes it (iproute2, ip-route(8)).
 */
import type { Cidr } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';

export type RouteType =
  | 'unicast'
  | 'local'
  | 'broadcast'
  | 'blackhole'
  | 'unreachable'
  | 'prohibit'
  | 'throw';

/** From the narrowest to the widest: `host`, `link`, `global` (universe). */
export type Scope = 'host' | 'link' | 'global';

/** Who put the route there; Felix marks its own with the number 80. */
export type RouteProto = 'kernel' | 'boot' | 'static' | 'bird' | '80';

export interface Route {
  readonly type: RouteType;
  readonly destination: Cidr;
  readonly via: Ipv4 | undefined;
  /** `undefined` for routes that end here: blackhole, unreachable, prohibit. */
  readonly device: string | undefined;
  /** `src`: the address that local packets take along this route. */
  readonly source: Ipv4 | undefined;
  readonly scope: Scope;
  readonly proto: RouteProto;
  readonly metric: number;
  readonly onlink: boolean;
  /** Bytes: `mtu N`, where the path takes less than the device. */
  readonly mtu?: number;
}
