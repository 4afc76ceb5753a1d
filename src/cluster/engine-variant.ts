/**
 * An engine that is not quite this one: a Felix, BIRD or kernel that does something else. A *mutant* is
 * wrong on purpose, so that one can ask who notices; a *wheat* is as right as this engine and differs in
 * what nobody promised, so that one can ask who relied on it. The catalogue is src/faults/.
 */
import type { CalicoModel, WorkloadEndpoint } from '../calico/model';
import type { HostState } from '../host/host-state';
import type { Linux } from '../kernel/stack-of-linux';

export interface EngineVariant {
  /** `no-proxy-arp`. */
  readonly name: string;
  /** What a host is brought to in place of what Calico wants of it; the same answer to the same question. */
  readonly hostState?: (wanted: HostState, host: VariantHost) => HostState;
  /** The kernel of all hosts, made of the right one. */
  readonly linux?: (linux: Linux) => Linux;
  /** How many addresses of each block belonged to pods that were gone before the scenario began. */
  readonly earlierPods?: number;
}

/** Whose state it is. */
export type VariantHost =
  | { readonly kind: 'node'; readonly name: string; readonly model: CalicoModel }
  | { readonly kind: 'pod'; readonly endpoint: WorkloadEndpoint; readonly model: CalicoModel };
