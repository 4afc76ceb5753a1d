/**
 * What holds of every packet in every network: it ends once, and its TTL never grows.
 */
import { expect } from 'chai';
import type { Trace } from '../../trace/trace';
import type { Frame } from '../../wire/ethernet';
import type { Ipv4Packet } from '../../wire/ipv4';

/** The IP packets in each other, the outermost first. */
function layersOf(seen: Frame | Ipv4Packet): readonly Ipv4Packet[] {
  const packet = seen.kind === 'frame' ? seen.payload : seen;
  if (packet.kind !== 'ipv4') return [];
  const { payload } = packet;
  if (payload.kind === 'ipv4') return [packet, ...layersOf(payload)];
  if (payload.kind === 'udp' && payload.payload.kind === 'vxlan') {
    return [packet, ...layersOf(payload.payload.inner)];
  }
  return [packet];
}

/** The TTLs of the packet itself, not of what carries it, as it was seen on its way. */
function ttlsOf({ hops }: Trace): readonly number[] {
  return hops
    .flatMap(({ steps }) => steps)
    .flatMap((step) =>
      step.kind === 'transmit' || step.kind === 'receive' ? [layersOf(step.frame).at(-1)?.ttl] : [],
    )
    .flatMap((ttl) => ttl ?? []);
}

/** The longest that a packet may wait: a fragment for its siblings, with a queue or two on the way. */
const PATIENCE_US = 45_000_000;

/** Exactly one fate, and exactly one step that says so; and no TTL that grows. */
export function checkTrace(trace: Trace, nowUs: number): void {
  const steps = trace.hops.flatMap((hop) => hop.steps);
  const ends = steps.filter(({ kind }) => kind === 'deliver' || kind === 'drop');
  const { fate } = trace;
  const told = `packet ${trace.id}: ${JSON.stringify({ fate, steps: steps.map(({ kind }) => kind) })}`;
  const isOld = (trace.hops.at(-1)?.atUs ?? 0) < nowUs - PATIENCE_US;
  if (isOld) expect(fate, told).to.not.equal(undefined);
  const wanted = fate?.kind === 'delivered' || fate?.kind === 'dropped' ? 1 : 0;
  expect(ends.length, told).to.equal(wanted);
  const ttls = ttlsOf(trace);
  expect(
    ttls.every((ttl, index) => index === 0 || ttl <= (ttls[index - 1] ?? 0)),
    `${told} ${ttls.join(' ')}`,
  ).to.equal(true);
}
