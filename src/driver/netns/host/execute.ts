/**
 * What somebody types on a host: the machine's own tools in a shell of its own, with the host's name, and
 * with no way to touch anything but that host (typed.sh). What speaks to the API server, `kubectl` and
 * `calicoctl`, is ours, for there is no other.
 */
import { join } from 'node:path';
import type { Cluster } from '../../../cluster/cluster';
import { runOnCluster } from '../../../cluster/commands/run-on-cluster';
import { type CommandResult, NotObservedError } from '../../driver';
import type { Lab } from '../lab/lab';
import { runTool } from '../lab/run-tool';

/** Who types something that does not end presses Ctrl-C then, and has seen nothing. */
const TYPED_MAX_MS = 10_000;

/** Of its own: processes, which end with it, mounts and the host's name. */
const APART = ['unshare', '--uts', '--pid', '--fork', '--kill-child', '--mount'];

/** `default/pod1` calls itself `pod1`. */
function hostNameOf(host: string): string {
  return host.slice(host.indexOf('/') + 1);
}

export async function execute(
  cluster: Cluster,
  lab: Lab,
  host: string,
  lines: string,
): Promise<CommandResult> {
  const ofCluster = runOnCluster(cluster, host, lines);
  if (ofCluster !== undefined) return ofCluster;
  // Unlike nsenter it also mounts the namespace's own /sys.
  const inside = ['ip', 'netns', 'exec', lab.namespaceOf(host), ...APART];
  const script = ['bash', join(__dirname, 'typed.sh'), hostNameOf(host), lines];
  const { stdout, stderr, exit, isOverdue } = await runTool([...inside, ...script], {
    patienceMs: TYPED_MAX_MS,
  });
  if (!isOverdue) return { stdout, stderr, exit };
  const seconds = TYPED_MAX_MS / 1000;
  throw new NotObservedError(
    `what was typed on ${host} had not ended after ${seconds} s of real time`,
  );
}
