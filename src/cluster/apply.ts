/**
 * `kubectl apply`, `delete` and `patch`: each a change of the control planes' state.
 */
import type { Change } from '../k8s/store';
import type { AnyResource, Kind } from '../manifest/kind';
import type { Cluster } from './cluster';
import type { ControlPlane } from './control-plane';
import { admit } from './kinds/admit';
import { type ParsedResource, parseManifest } from './kinds/parse-manifest';

/**
 * All resources of a text, in order; what was applied before the one that is refused stays.
 * @param source what the text is called in errors
 * @throws ManifestError
 */
export function applyManifest(cluster: Cluster, text: string, source: string): readonly Change[] {
  return cluster.change(`apply ${source}\n${text}`, (control) =>
    applyParsed(control, parseManifest(text, source)),
  );
}

/** @throws ManifestError where a resource does not fit the others, or a pod gets no address */
function applyParsed(control: ControlPlane, parsed: readonly ParsedResource[]): readonly Change[] {
  const changes: Change[] = [];
  try {
    for (const one of parsed) {
      admit(one, control.store);
      changes.push(control.put(one.kind, one.resource));
    }
  } finally {
    refuseHomeless(control, parsed);
  }
  return changes;
}

/** Settles, and complains of the first pod that found no address. */
function refuseHomeless(control: ControlPlane, parsed: readonly ParsedResource[]): void {
  const [first] = control.settle();
  const origin = parsed.find(({ resource }) => resource === first?.pod);
  if (first === undefined || origin === undefined) return;
  const { name } = first.pod.metadata;
  throw origin.document.errorAt(
    ['metadata', 'name'],
    'no-address',
    `pod ${name} gets no address: ${first.why}`,
  );
}

/** @returns `undefined` where there is no such resource */
export function deleteResource(
  cluster: Cluster,
  kind: Kind,
  name: string,
  namespace: string,
): Change | undefined {
  return cluster.change(
    `delete ${kind.apiVersion} ${kind.kind} ${namespace}/${name}`,
    (control) => {
      const change = control.delete(kind, name, namespace);
      control.settle();
      return change;
    },
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
