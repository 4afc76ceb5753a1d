/**
 * `kubectl apply`, `delete` and `patch`, and the settling after each.
 */

import type { Change } from '../k8s/store';
import type { AnyResource, Kind } from '../manifest/kind';
import type { Cluster } from './cluster';
import { admit } from './kinds/admit';
import { type ParsedResource, parseManifest } from './kinds/parse-manifest';

/**
 * All resources of a text, in order; what was applied before the one that is refused stays.
 * @param source what the text is called in errors
 * @throws ManifestError
 */
export function applyManifest(cluster: Cluster, text: string, source: string): readonly Change[] {
  return applyParsed(cluster, parseManifest(text, source));
}

/** @throws ManifestError where a resource does not fit the others, or a pod gets no address */
export function applyParsed(
  cluster: Cluster,
  parsed: readonly ParsedResource[],
): readonly Change[] {
  const changes: Change[] = [];
  try {
    for (const one of parsed) {
      admit(one, cluster.store);
      changes.push(cluster.put(one.kind, one.resource));
    }
  } finally {
    refuseHomeless(cluster, parsed);
  }
  return changes;
}

/** Settles, and complains of the first pod that found no address. */
function refuseHomeless(cluster: Cluster, parsed: readonly ParsedResource[]): void {
  const [first] = cluster.settle();
  if (first === undefined) return;
  const origin = parsed.find(({ resource }) => resource === first.pod);
  if (origin === undefined) return;
  const { name } = first.pod.metadata;
  throw origin.document.errorAt(
    ['metadata', 'name'],
    'no-address',
    `pod ${name} gets no address: ${first.why}`,
  );
}

/** A JSON merge patch (RFC 7396). @throws ManifestError where the result would not be valid */
export function patchResource(
  cluster: Cluster,
  kind: Kind,
  resource: AnyResource,
  change: object,
): readonly Change[] {
  const merged = JSON.stringify(mergePatch(resource, change), null, 2);
  const { name } = resource.metadata;
  return applyManifest(cluster, merged, `patch of ${kind.kind.toLowerCase()} ${name}`);
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const base =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  const merged: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete merged[field];
    else merged[field] = mergePatch(merged[field], value);
  }
  return merged;
}
