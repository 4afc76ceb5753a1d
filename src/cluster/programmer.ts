/**
 * Brings hosts to the state that Calico's side wants of them, by way of `Op`s.
 */
import { podState } from '../calico/cni/cni';
import type { CalicoModel, WorkloadEndpoint } from '../calico/model';
import { nodeState } from '../calico/node-state';
import { diffHostStates } from '../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from '../host/host-state';
import type { Op } from '../host/op';
import type { Netns } from '../kernel/netns';
import type { Network } from '../kernel/network';
import { applyOp } from '../kernel/ops/apply-op';
import { OpError } from '../kernel/ops/op-error';

/** Removing what somebody else removed before is no failure. */
const GONE_ALREADY: ReadonlySet<OpError['errno']> = new Set(['ENODEV', 'ENOENT', 'ESRCH']);

export class Programmer {
  readonly #network: Network;
  /** What each host was last brought to. */
  readonly #states = new Map<string, HostState>();
  readonly #pods = new Map<string, WorkloadEndpoint>();

  constructor(network: Network) {
    this.#network = network;
  }

  /** @returns how many changes it took; none where the hosts were as they should be */
  program(model: CalicoModel): number {
    const added = model.endpoints.filter(({ netns }) => !this.#pods.has(netns));
    let count = 0;
    for (const node of model.nodes) {
      const host = this.#network.hosts.get(node.name);
      if (host !== undefined) count += this.#bring(host, nodeState(model, node));
    }
    for (const endpoint of added) count += this.#finishPod(endpoint);
    return count;
  }

  /** The node is gone with all that was on it. */
  forget(name: string): void {
    this.#states.delete(name);
    this.#pods.delete(name);
  }

  #bring(host: Netns, wanted: HostState): number {
    const ops = diffHostStates(this.#states.get(host.name) ?? EMPTY_HOST_STATE, wanted);
    for (const op of ops) apply(host, op);
    this.#states.set(host.name, wanted);
    return ops.length;
  }

  /** The pod's own side, once its node has made the veth pair. */
  #finishPod(endpoint: WorkloadEndpoint): number {
    const host = this.#network.hosts.get(endpoint.netns);
    if (host === undefined) return 0;
    this.#pods.set(endpoint.netns, endpoint);
    apply(host, { kind: 'link-up', device: 'eth0' });
    return 1 + this.#bring(host, podState(endpoint));
  }
}

/**
 * A route whose device somebody took down cannot be put there; real Calico tries again later and the
 * host stays as it is until then.
 */
function apply(host: Netns, op: Op): void {
  try {
    applyOp(host, op);
  } catch (error) {
    const mayFail =
      error instanceof OpError && (GONE_ALREADY.has(error.errno) || error.errno === 'ENETDOWN');
    if (!mayFail) throw error;
  }
}
