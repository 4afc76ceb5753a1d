/**
 * The labs of a feature, from those of its scenarios: scenarios on the same hosts share a picture, and
 * a pod that only some of them have is not in it.
 */
import type { Topology } from '../model/topology';

/** In the order in which they first occur. */
export function commonLabs(labs: readonly Topology[]): readonly Topology[] {
  const byHosts = new Map<string, Topology>();
  for (const lab of labs) {
    const key = hostsOf(lab);
    const known = byHosts.get(key);
    byHosts.set(key, known === undefined ? lab : inCommon(known, lab));
  }
  return [...byHosts.values()];
}

/** Whether the same picture would be drawn of both. */
export function isSameLab(one: Topology, other: Topology): boolean {
  return hostsOf(one) === hostsOf(other) && podsOf(one).join() === podsOf(other).join();
}

function hostsOf({ nodes, segments, routers, outside }: Topology): string {
  return JSON.stringify([nodes, segments, routers, outside]);
}

function podsOf({ workloads }: Topology): readonly string[] {
  return workloads.map((workload) => JSON.stringify(workload));
}

function inCommon(one: Topology, other: Topology): Topology {
  const pods = new Set(podsOf(other));
  return { ...one, workloads: one.workloads.filter((pod) => pods.has(JSON.stringify(pod))) };
}
