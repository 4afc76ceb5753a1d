/**
 * How many errors a host tells (`icmpv4_xrlim_allow` and `icmp_global_allow`, net/ipv4/icmp.c;
 * `inet_peer_xrlim_allow`, net/ipv4/inetpeer.c; `ip_error` and `ip_rt_send_redirect`,
 * net/ipv4/route.c). All of them draw on one bucket of tokens per peer.
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { Netns } from '../netns';
import { ipv4Step, type SysctlStep } from '../sysctl-step';

/** Tokens are microseconds: one error costs as many as must pass before the next. */
interface Peer {
  tokens: number;
  lastUs: number;
  redirectCount: number;
}

const SECOND_US = 1_000_000;
/** A peer begins as if nothing had been sent to it for a minute. */
const HEAD_START_US = 60 * SECOND_US;
const ROUTE_ERROR_BURST = 5;
const XRLIM_BURST = 6;
const REDIRECT_LOAD_US = 20_000;
const REDIRECT_COUNT_MAX = 9;
const REDIRECT_SILENCE_US = (REDIRECT_LOAD_US << (REDIRECT_COUNT_MAX + 1)) >>> 0;

export class IcmpRate {
  readonly #peers = new Map<Ipv4, Peer>();
  #globalCredit = 0;
  #globalLastUs = -SECOND_US;

  peer(address: Ipv4, nowUs: number): Peer {
    let peer = this.#peers.get(address);
    if (peer === undefined) {
      peer = { tokens: 0, lastUs: nowUs - HEAD_START_US, redirectCount: 0 };
      this.#peers.set(address, peer);
    }
    return peer;
  }

  /** All errors of a host together: `icmp_msgs_per_sec`, with bursts of `icmp_msgs_burst`. */
  takeGlobal(nowUs: number, perSecond: number, burst: number): boolean {
    const earned = Math.floor(((nowUs - this.#globalLastUs) * perSecond) / SECOND_US);
    if (earned > 0) {
      this.#globalCredit = Math.min(burst, this.#globalCredit + earned);
      this.#globalLastUs = nowUs;
    }
    if (this.#globalCredit < 1) return false;
    this.#globalCredit -= 1;
    return true;
  }
}

/** @returns what forbids to send the peer an error of this ICMP type now; `undefined` where it may be */
export function rateLimit(netns: Netns, to: Ipv4, type: number): SysctlStep | undefined {
  const { ipv4Conf, icmpRate, network } = netns;
  if (((1 << type) & ipv4Conf.icmp_ratemask) === 0) return undefined;
  const { icmp_msgs_per_sec, icmp_msgs_burst, icmp_ratelimit } = ipv4Conf;
  if (!icmpRate.takeGlobal(network.nowUs, icmp_msgs_per_sec, icmp_msgs_burst)) {
    return ipv4Step(netns, 'icmp_msgs_per_sec', 'no ICMP error: this host has sent too many');
  }
  if (icmp_ratelimit === 0) return undefined;
  const costUs = icmp_ratelimit * 1000;
  if (take(netns, to, costUs, XRLIM_BURST * costUs)) return undefined;
  const meaning = `no ICMP error: ${formatIpv4(to)} has been told too often`;
  return ipv4Step(netns, 'icmp_ratelimit', meaning);
}

/** `ip_error` has a limit of its own before `icmp_send` has its. */
export function rateAllowsRouteError(netns: Netns, to: Ipv4): boolean {
  return take(netns, to, SECOND_US, ROUTE_ERROR_BURST * SECOND_US);
}

function take(netns: Netns, to: Ipv4, costUs: number, capUs: number): boolean {
  const { nowUs } = netns.network;
  const peer = netns.icmpRate.peer(to, nowUs);
  peer.tokens = Math.min(capUs, peer.tokens + nowUs - peer.lastUs);
  peer.lastUs = nowUs;
  if (peer.tokens < costUs) return false;
  peer.tokens -= costUs;
  return true;
}

/** `ip_rt_send_redirect`: fewer and fewer, and none after nine that were ignored. */
export function mayRedirect(netns: Netns, to: Ipv4): boolean {
  const { nowUs } = netns.network;
  const peer = netns.icmpRate.peer(to, nowUs);
  if (nowUs > peer.lastUs + REDIRECT_SILENCE_US) {
    peer.tokens = 0;
    peer.redirectCount = 0;
  }
  if (peer.redirectCount >= REDIRECT_COUNT_MAX) {
    peer.lastUs = nowUs;
    return false;
  }
  const waitUs = REDIRECT_LOAD_US << peer.redirectCount;
  if (peer.redirectCount > 0 && nowUs <= peer.lastUs + waitUs) return false;
  peer.lastUs = nowUs;
  peer.redirectCount += 1;
  return true;
}
