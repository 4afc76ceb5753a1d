/**
 * The shells of a cluster: one a host, made when somebody first types there, and the time that they
 * share. They live as long as the cluster does.
 */
import type { Cluster } from '../cluster/cluster';
import { HostShell } from './host-shell';
import { Timeline } from './time/timeline';

export class ShellWorld {
  readonly cluster: Cluster;
  readonly timeline: Timeline;
  readonly #shells = new Map<string, HostShell>();

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.timeline = new Timeline(cluster.network.scheduler);
  }

  /** @returns `undefined` where there is no such host (any more) */
  shellOf(name: string): HostShell | undefined {
    const netns = this.cluster.network.hosts.get(name);
    if (netns === undefined) return undefined;
    const known = this.#shells.get(name);
    // A pod of the same name may be another pod by now, with files of its own.
    if (known?.netns === netns) return known;
    const shell = new HostShell(this, netns);
    this.#shells.set(name, shell);
    return shell;
  }
}

const worlds = new WeakMap<Cluster, ShellWorld>();

export function worldOf(cluster: Cluster): ShellWorld {
  const known = worlds.get(cluster);
  if (known !== undefined) return known;
  const world = new ShellWorld(cluster);
  worlds.set(cluster, world);
  return world;
}
