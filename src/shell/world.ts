/**
 * The shells of a cluster: one a host, made when somebody first types there, and the time that they
 * share. They live as long as the cluster does.
 */
import type { Cluster } from '../cluster/cluster';
import { HostShell } from './host-shell';
import type { Job } from './jobs/job-table';
import { TimeIsUp, Timeline } from './time/timeline';

export class ShellWorld {
  readonly cluster: Cluster;
  readonly timeline: Timeline;
  /** How many jobs the line in the foreground may still start, on whatever host. */
  jobsLeft = 0;
  #jobsOfLine: Job[] = [];
  #lastLine: Promise<void> = Promise.resolve();
  readonly #shells = new Map<string, HostShell>();

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.timeline = new Timeline(cluster.network.scheduler);
  }

  /** Lines of several terminals are run one after the other: they share the clock. */
  async oneAfterTheOther<Result>(run: () => Promise<Result>): Promise<Result> {
    const before = this.#lastLine;
    let end = () => {};
    this.#lastLine = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    try {
      return await run();
    } finally {
      end();
    }
  }

  beginLine(jobsMax: number): void {
    this.jobsLeft = jobsMax;
    this.#jobsOfLine = [];
  }

  /** A job of the line in the foreground. */
  addJob(job: Job): void {
    this.#jobsOfLine.push(job);
  }

  /** A line that was stopped takes with it what it started, and what that had to say. */
  async stopJobsOfLine(): Promise<void> {
    for (const job of this.#jobsOfLine) {
      job.abort.abort();
      await this.timeline.fail(job.thread, new TimeIsUp('the line was stopped'));
      job.stdout = '';
      job.stderr = '';
    }
  }

  /** What jobs have printed since somebody last looked, on all hosts. */
  takeOutput(): { readonly stdout: string; readonly stderr: string } {
    const outputs = [...this.#shells.values()].map(({ jobs }) => jobs.takeOutput());
    return {
      stdout: outputs.map(({ stdout }) => stdout).join(''),
      stderr: outputs.map(({ stderr }) => stderr).join(''),
    };
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
