/** A pod needs its node and its service account. */

import { didYouMeanOneOf } from '../../base/nearest-name';
import { nodeKind } from '../../k8s/resources/node';
import type { Pod } from '../../k8s/resources/pod';
import { serviceAccountKind } from '../../k8s/resources/service-account';
import type { ResourceStore } from '../../k8s/store';
import type { Refusal } from './refusal';

export function admitPod({ metadata, spec }: Pod, store: ResourceStore): Refusal | undefined {
  const { nodeName, serviceAccountName } = spec;
  if (store.get(nodeKind, nodeName) === undefined) {
    const known = store.list(nodeKind).map((node) => node.metadata.name);
    const says = `there is no node ${nodeName}${didYouMeanOneOf(nodeName, known)}`;
    return { code: 'unknown-node', path: ['spec', 'nodeName'], says };
  }
  const account = store.get(serviceAccountKind, serviceAccountName, metadata.namespace);
  if (serviceAccountName !== 'default' && account === undefined) {
    // The words of the API server's ServiceAccount admission plugin.
    const says = `error looking up service account ${metadata.namespace}/${serviceAccountName}: serviceaccount "${serviceAccountName}" not found`;
    return { code: 'conflict', path: ['spec', 'serviceAccountName'], says };
  }
  return undefined;
}
