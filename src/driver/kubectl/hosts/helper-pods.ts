/**
 * One privileged pod on each node, in the node's own network and process namespaces, in a namespace of
 * this run. `kubectl debug node` would make such a pod as well, but one for each call, under a name that
 * only its chatter tells, and would leave it behind.
 */
import type { ClusterPrograms } from '../programs/cluster-programs';
import type { Undo } from '../resources/undo';

/** It has all tools that a node may lack: iproute2, tcpdump, conntrack, iptables, ipset. */
export const HELPER_IMAGE = 'nicolaka/netshoot';

/** What is left behind is found by it: `kubectl delete namespace -l calicumber.dev/run`. */
const LABEL = 'calicumber.dev/run';
const READY_SECONDS = 120;
const PATIENCE_MS = (READY_SECONDS + 10) * 1000;

export interface HelperOptions {
  /** The namespace's name, of this driver alone. */
  readonly namespace: string;
  readonly image: string;
}

export class HelperPods {
  readonly #programs: ClusterPrograms;
  readonly #undo: Undo;
  readonly #options: HelperOptions;
  #starting: Promise<void> | undefined;

  constructor(programs: ClusterPrograms, undo: Undo, options: HelperOptions) {
    this.#programs = programs;
    this.#undo = undo;
    this.#options = options;
  }

  /** The pod of a node; all are made when the first is wanted. @returns its namespace and name */
  async on(node: string, nodes: readonly string[]): Promise<readonly [string, string]> {
    this.#starting ??= this.#start(nodes);
    await this.#starting;
    return [this.#options.namespace, podOn(node)];
  }

  async #start(nodes: readonly string[]): Promise<void> {
    const { namespace, image } = this.#options;
    this.#undo.add({
      what: `namespace ${namespace}`,
      undo: (programs) =>
        programs.kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait=false']),
    });
    const items = [
      namespaceNamed(namespace),
      ...nodes.map((node) => helper(node, namespace, image)),
    ];
    const stdin = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    await this.#programs.kubectl(['create', '-f', '-'], { stdin });
    const ready = ['--for=condition=Ready', `--timeout=${READY_SECONDS}s`];
    const words = ['wait', 'pod', '--all', '-n', namespace, ...ready];
    await this.#programs.kubectl(words, { patienceMs: PATIENCE_MS });
  }
}

/** The standard's level that lets a pod into the node (pod-security-standards). */
function namespaceNamed(name: string): object {
  const labels = { [LABEL]: name, 'pod-security.kubernetes.io/enforce': 'privileged' };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function podOn(node: string): string {
  return `on-${node}`;
}

function helper(node: string, namespace: string, image: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: podOn(node), namespace, labels: { [LABEL]: namespace } },
    spec: {
      nodeName: node,
      hostNetwork: true,
      hostPID: true,
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      // Control planes have a taint that keeps others away.
      tolerations: [{ operator: 'Exists' }],
      containers: [
        {
          name: 'helper',
          image,
          command: ['tail', '-f', '/dev/null'],
          securityContext: { privileged: true },
        },
      ],
    },
  };
}
