/**
 * A cluster on a dead network: everything is programmed as it should be, and no packet ever leaves the
 * host that sends it.
 */
import type { Driver } from '../../../src/driver/driver';
import type { CommandOutcome, Outcome } from '../../../src/driver/stimulus';
import type { CapturedFrame, Fate, Trace } from '../../../src/trace/trace';
import { overridden } from './overridden';

/** @param driver a cluster with dead links, which is asked for everything but packets */
export function nothingDelivered(driver: Driver): Driver {
  const frames: CapturedFrame[] = [];
  return overridden(driver, {
    run: async (stimulus) => {
      const outcome = killed(await driver.run(stimulus));
      frames.push(...outcome.frames);
      return outcome;
    },
    captured: async () => frames,
    neighbours: async () => [],
    connections: async () => [],
  });
}

/** The same outcome as if the first link had carried nothing, not even what a host sends to itself. */
function killed(outcome: Outcome): Outcome {
  if (outcome.kind === 'command') return typed(outcome);
  const from = outcome.stimulus.from;
  const fate: Fate = {
    kind: 'dropped',
    host: from,
    reason: 'LINK_LOSS',
    because: 'the network is dead',
  };
  const traces = outcome.traces
    .filter(({ cause, hops }) => cause === undefined && hops[0]?.host === from)
    .map((trace): Trace => ({ ...trace, hops: trace.hops.slice(0, 1), fate }));
  const frames = sentFrames(outcome, traces);
  return { ...outcome, ...silenceOf(outcome), output: '', exit: 1, traces, frames } as Outcome;
}

/** What programs print when nothing comes back, they say themselves; what needs no network is no packet here. */
function typed(outcome: CommandOutcome): CommandOutcome {
  const traces = outcome.traces.filter(({ fate }) => fate?.kind !== 'delivered');
  return { ...outcome, traces, frames: sentFrames(outcome, traces) };
}

function sentFrames({ stimulus, frames }: Outcome, traces: readonly Trace[]) {
  const ids = new Set(traces.map(({ id }) => id));
  return frames.filter(
    ({ host, direction, trace }) => host === stimulus.from && direction === 'out' && ids.has(trace),
  );
}

/** What each program says when nothing comes back. */
function silenceOf(outcome: Exclude<Outcome, CommandOutcome>): object {
  switch (outcome.kind) {
    case 'ping':
      return { received: 0, replies: [], errors: [] };
    case 'traceroute':
      return { hops: outcome.hops.map(({ ttl }) => ({ ttl, from: undefined })) };
    case 'arping':
      return { answers: [] };
    case 'connect':
      return { connected: false, serverSaw: undefined, error: 'Connection timed out' };
    case 'inject':
      return {};
  }
}
