/**
 * Applying what Calico derives from something else: what says the same changes nothing, and anything
 * else would have to change what it is derived from.
 */
import { sameValue } from '../../../k8s/same-value';
import { notModelled } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import { toJson } from './calico-record';
import type { Draft, ResourceType } from './resource-type';

/** @throws CommandError where the draft differs from what there is */
export function keptAsItIs(cluster: Cluster, { kind, list }: ResourceType, draft: Draft): void {
  const record = list(cluster).find(({ metadata }) => {
    return metadata.name === draft.name && metadata.namespace === draft.namespace;
  });
  if (record === undefined) return;
  const before = toJson({ labels: record.metadata.labels ?? {}, spec: record.spec });
  if (sameValue(before, toJson({ labels: draft.labels, spec: draft.spec }))) return;
  throw notModelled(`a change of a ${kind}; change what it is made from`);
}
