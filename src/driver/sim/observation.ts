/**
 * What is to be seen of a network from one moment to another: whole packets, from the first to the last.
 */
import type { Network } from '../../kernel/network';
import type { CapturedFrame, Trace } from '../../trace/trace';

/** Time for packets that still wait for a neighbour, or for their siblings, to meet their end. */
const AFTERMATH_US = 10_000_000;

interface Observation {
  readonly traces: readonly Trace[];
  readonly frames: readonly CapturedFrame[];
}

/** @returns what ends the observation, once every packet has met its end */
export function beginObservation(network: Network): () => Observation {
  const firstTrace = network.traces.length;
  const firstFrame = network.frames.length;
  network.scheduler.refill();
  return () => {
    letPacketsEnd(network, firstTrace);
    return { traces: network.traces.slice(firstTrace), frames: network.frames.slice(firstFrame) };
  };
}

/** Every packet is delivered or dropped before anybody asks what became of it. */
function letPacketsEnd(network: Network, firstTrace: number): void {
  let at = firstTrace;
  const allEnded = () => {
    while (at < network.traces.length && network.traces[at]?.fate !== undefined) at++;
    return at >= network.traces.length;
  };
  network.scheduler.runUntil(network.nowUs + AFTERMATH_US, allEnded);
}
