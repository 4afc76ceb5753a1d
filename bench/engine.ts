/**
 * What packets and labs cost: echo pairs per second on story 2's path, and a lab of 1,000 nodes.
 */

import type { Claim } from './claim';
import { largeLab, pingBetweenFirstPods, storyTwo } from './labs';
import { medianMs } from './stopwatch';

const PAIRS = 20_000;
const NODES = 1_000;
const PODS = 30_000;
const PINGS = 2_000;

export function echoPairs(): Claim {
  const cluster = storyTwo();
  pingBetweenFirstPods(cluster, PAIRS);
  const ms = medianMs(7, () => pingBetweenFirstPods(cluster, PAIRS));
  const perSecond = Math.round((PAIRS / ms) * 1000);
  return {
    what: 'echo request and reply through tunl0, traced',
    wanted: 'at least 50,000 a second',
    measured: `${perSecond.toLocaleString('en')} a second`,
    holds: perSecond >= 50_000,
  };
}

export function largeLabs(): readonly Claim[] {
  const small = storyTwo();
  pingBetweenFirstPods(small, PINGS);
  const smallMs = medianMs(5, () => pingBetweenFirstPods(small, PINGS));
  const start = performance.now();
  const large = largeLab(NODES, PODS);
  const seconds = (performance.now() - start) / 1000;
  const gigabytes = process.memoryUsage().rss / 1e9;
  pingBetweenFirstPods(large, PINGS);
  const ratio = medianMs(5, () => pingBetweenFirstPods(large, PINGS)) / smallMs;
  return [
    {
      what: `a lab of ${NODES} nodes and ${PODS} pods settles`,
      wanted: 'in under 20 s and 2 GB',
      measured: `${seconds.toFixed(1)} s, ${gigabytes.toFixed(2)} GB`,
      holds: seconds < 20 && gigabytes < 2,
    },
    {
      what: 'a ping in it, against one in the lab of 4 nodes',
      wanted: 'at most 2 times',
      measured: `${ratio.toFixed(2)} times`,
      holds: ratio <= 2,
    },
  ];
}
