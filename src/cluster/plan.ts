/**
 * The Underlay as values: addresses parsed, defaults filled in.
 */
import type { Cidr } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';

export interface LinkSettings {
  /** Bytes. */
  readonly mtu: number;
  /** One way; `undefined`: as fast as a switch is. */
  readonly latencyMs: number | undefined;
  readonly lossPercent: number;
}

export interface SegmentPlan {
  readonly name: string;
  readonly cidr: Cidr;
  readonly link: LinkSettings;
}

export interface PlannedRoute {
  readonly to: Cidr;
  readonly via: Ipv4;
}

export interface Router {
  readonly name: string;
  readonly addresses: readonly Ipv4[];
  readonly routes: readonly PlannedRoute[];
}

export interface OutsideHost {
  readonly name: string;
  readonly address: Ipv4;
  readonly routes: readonly PlannedRoute[];
}

export interface Plan {
  readonly segments: readonly SegmentPlan[];
  readonly routers: readonly Router[];
  readonly hosts: readonly OutsideHost[];
  /** The first router on the segment; `undefined` where there is none. */
  gatewayOf(segment: SegmentPlan): Ipv4 | undefined;
}
