/**
 * What of a pod may change once it runs: the images, and hardly anything else (kubernetes,
 * pkg/apis/core/validation, ValidatePodUpdate).
 */

import { type Pod, podKind } from '../../../k8s/resources/pod';
import { sameValue } from '../../../k8s/same-value';
import { isOfKind } from '../../../manifest/kind';
import type { Cluster } from '../../cluster';
import type { ControlPlane } from '../../control-plane';
import type { ParsedResource } from '../../kinds/parse-manifest';
import type { JsonObject } from '../go-yaml';
import { podSpec } from './objects/pod-object';

/** The API server's words. */
const FORBIDDEN =
  'Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** @throws ManifestError where the resource is a pod that is there, and something else would change */
export function refusePodUpdate(
  cluster: Cluster,
  { store }: ControlPlane,
  { resource, document }: ParsedResource,
): void {
  if (!isOfKind(podKind, resource)) return;
  const { name, namespace } = resource.metadata;
  const before = store.get(podKind, name, namespace);
  if (before === undefined) return;
  const { uid } = cluster.birthOf(podKind, resource.metadata);
  if (sameValue(fixedPart(before, uid), fixedPart(resource, uid))) return;
  throw document.errorAt(['spec'], 'immutable', FORBIDDEN);
}

/** With the defaults filled in, so that to write one down is no change. */
function fixedPart(pod: Pod, uid: string): JsonObject {
  // The policy of pulling follows from the image where nobody has said it.
  const containers = pod.spec.containers.map((container) => ({
    ...container,
    image: '',
    imagePullPolicy: 'Always' as const,
  }));
  const spec = podSpec({ ...pod, spec: { ...pod.spec, containers } }, uid);
  const { tolerations: _, activeDeadlineSeconds: __, ...fixed } = spec;
  return fixed;
}
