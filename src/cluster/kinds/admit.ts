/**
 * Admission: whether a resource that reads well by itself fits what is there. What the API server,
 * libcalico-go or plain sense would refuse is refused here, before anything has changed.
 */

import { didYouMeanOneOf } from '../../base/nearest-name';
import { ipPoolKind } from '../../calico/resources/ip-pool';
import { calicoNodeKind } from '../../calico/resources/node';
import { namespaceKind } from '../../k8s/resources/namespace';
import { nodeKind } from '../../k8s/resources/node';
import { podKind } from '../../k8s/resources/pod';
import type { ResourceStore } from '../../k8s/store';
import { type AnyResource, isOfKind, type Kind } from '../../manifest/kind';
import { underlayKind } from '../underlay-kind';
import { admitCalicoNode, admitNode, admitUnderlay } from './admit-node';
import { admitPod } from './admit-pod';
import { admitPool } from './admit-pool';
import { whyNotModelled } from './not-modelled';
import type { ParsedResource } from './parse-manifest';
import type { Refusal } from './refusal';

/** @throws ManifestError where the resource cannot be applied to what the store holds */
export function admit({ kind, resource, document }: ParsedResource, store: ResourceStore): void {
  const refusal =
    refuseUnmodelled(kind, resource) ??
    refuseNamespace(kind, resource, store) ??
    refuseChange(kind, resource, store) ??
    refuseAmongOthers(resource, store);
  if (refusal !== undefined) throw document.errorAt(refusal.path, refusal.code, refusal.says);
}

/** These exist in every cluster, whether or not somebody has written them down. */
export const NAMESPACES_GIVEN = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

function refuseUnmodelled(kind: Kind, resource: AnyResource): Refusal | undefined {
  const objection = whyNotModelled(kind, resource);
  return objection && { ...objection, code: 'not-modelled' };
}

function refuseNamespace(
  { isNamespaced }: Kind,
  { metadata: { namespace = 'default' } }: AnyResource,
  store: ResourceStore,
): Refusal | undefined {
  const written = store.list(namespaceKind).map(({ metadata }) => metadata.name);
  const known = [...NAMESPACES_GIVEN, ...written];
  if (!isNamespaced || known.includes(namespace)) return undefined;
  const says = `there is no namespace ${namespace}${didYouMeanOneOf(namespace, known)}`;
  return { code: 'unknown-namespace', path: ['metadata', 'namespace'], says };
}

function refuseChange(
  kind: Kind,
  resource: AnyResource,
  store: ResourceStore,
): Refusal | undefined {
  const before = store.get(kind, resource.metadata.name, resource.metadata.namespace);
  const objection = before && kind.validateUpdate?.(before, resource);
  return objection && { ...objection, code: 'immutable' };
}

function refuseAmongOthers(resource: AnyResource, store: ResourceStore): Refusal | undefined {
  if (isOfKind(podKind, resource)) return admitPod(resource, store);
  if (isOfKind(nodeKind, resource)) return admitNode(resource, store);
  if (isOfKind(calicoNodeKind, resource)) return admitCalicoNode(resource, store);
  if (isOfKind(ipPoolKind, resource)) return admitPool(resource, store);
  if (isOfKind(underlayKind, resource)) return admitUnderlay(resource, store);
  return undefined;
}
