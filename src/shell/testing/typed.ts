/** A terminal in the lab kans, with two pods, for tests that type. */
import type { Cluster } from '../../cluster/cluster';
import { applyPods, kans } from '../../cluster/testing/labs';
import { newTerminal } from '../new-terminal';
import type { Answer, Terminal } from '../terminal';

export function clusterWithPods(): Cluster {
  const cluster = kans();
  applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w2']);
  return cluster;
}

export function terminalOn(host: string): Terminal {
  return newTerminal(clusterWithPods(), host);
}

/** What comes of lines that are typed on k8s-m by somebody who has just logged in. */
export function typed(lines: string): Promise<Answer> {
  return terminalOn('k8s-m').type(lines);
}

export function said(stdout: string): Answer {
  return { stdout, stderr: '', exit: 0 };
}
