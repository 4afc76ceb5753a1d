/**
 * What tests of the kernel send, and what they look at, as the tools would print it.
 */
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import { packetLine } from '../../wire/print';
import type { Netns } from '../netns';
import type { Network } from '../network';
import { applyOp } from '../ops/apply-op';
import { type PingOptions, type PingRun, ping } from '../programs/ping';

const PING: Omit<PingOptions, 'to'> = {
  count: 1,
  intervalMs: 1000,
  timeoutMs: 10_000,
  size: 56,
  ttl: undefined,
  df: 'want',
  source: undefined,
  icmpId: 7,
};

/** `ping -c 1`, with a known id, unless the changes say otherwise. */
export function pingFrom(netns: Netns, to: string, changes: Partial<PingOptions> = {}): PingRun {
  return ping(netns, { ...PING, ...changes, to: ipv4(to) });
}

/** How each packet ended for ping: `1: ttl 63`, `2: 192.168.10.101 3/1`, `EMSGSIZE 1480`. */
export function outcomesOf({ refusal, events }: PingRun): readonly string[] {
  if (refusal !== undefined) return [`${refusal.call}: ${String(refusal.error)}`];
  return events.map((event) => {
    if (event.kind === 'reply') return `${event.reply.sequence}: ttl ${event.reply.ttl}`;
    if (event.kind === 'local') {
      return typeof event.error === 'string' ? event.error : `EMSGSIZE ${event.error.mtu}`;
    }
    if (event.kind === 'overdue') return `${event.sequence}: overdue`;
    const { sequence, from, type, code } = event.error;
    return `${sequence}: ${formatIpv4(from)} ${type}/${code}`;
  });
}

/** Every frame from the `first` on: `pod1 eth0 out ARP, Request who-has …`. */
export function framesOf({ frames }: Network, first = 0): readonly string[] {
  return frames
    .slice(first)
    .map(
      ({ host, device, direction, frame }) => `${host} ${device} ${direction} ${packetLine(frame)}`,
    );
}

/** The neighbour table: `eth0 169.254.1.1 ee:ee:ee:ee:ee:ee REACHABLE`. */
export function rowsOf({ neighbours }: Netns): readonly string[] {
  return [...neighbours.rows()].map(({ device, address, mac, state, isValid }) => {
    const known = isValid && mac !== undefined ? ` ${formatMac(mac)}` : '';
    return `${device.name} ${formatIpv4(address)}${known} ${state.toUpperCase()}`;
  });
}

/** Why packets died, in the order of their being sent: `k8s-w1 NOT_SPECIFIED blackhole …`. */
export function dropsOf({ traces }: Network): readonly string[] {
  return traces.flatMap(({ fate }) =>
    fate?.kind === 'dropped' ? `${fate.host} ${fate.reason}: ${fate.because}` : [],
  );
}

/** The sysctls that decided, in the order of the packets: `net.ipv4.conf.eth0.rp_filter = 1`. */
export function sysctlsOf({ traces }: Network): readonly string[] {
  return traces
    .flatMap(({ hops }) => hops)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.kind === 'sysctl' ? `${step.name} = ${step.value}` : []));
}

export function sysctl(netns: Netns, path: string, value: string | number): void {
  applyOp(netns, { kind: 'sysctl', path, value: String(value) });
}
