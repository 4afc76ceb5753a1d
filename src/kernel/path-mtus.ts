/**
 * What a host has learned of paths that take less than the first link (RFC 1191;
 * `__ip_rt_update_pmtu`, net/ipv4/route.c).
 */
import type { Ipv4 } from '../addr/ipv4';

const EXPIRES_US = 600_000_000;
/** `min_pmtu`: nobody talks a host into smaller packets than these. */
const MTU_MIN = 552;

export class PathMtus {
  readonly #byDestination = new Map<Ipv4, { readonly mtu: number; readonly untilUs: number }>();

  lookup(destination: Ipv4, nowUs: number): number | undefined {
    if (this.#byDestination.size === 0) return undefined;
    const known = this.#byDestination.get(destination);
    return known !== undefined && nowUs < known.untilUs ? known.mtu : undefined;
  }

  /** Bytes; a path only ever gets narrower until what was learned expires. */
  learn(destination: Ipv4, mtu: number, known: number | undefined, nowUs: number): void {
    if (known !== undefined && known < mtu) return;
    this.#byDestination.set(destination, {
      mtu: Math.max(mtu, MTU_MIN),
      untilUs: nowUs + EXPIRES_US,
    });
  }
}
