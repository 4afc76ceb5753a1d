/**
 * `kubectl apply`, `delete` and `patch` as every driver does them whose control plane is ours: names are
 * looked up, and what the cluster refuses is refused in the driver's words.
 */
import { didYouMean } from '../base/nearest-name';
import { applyManifest, deleteResource, patchResource } from '../cluster/apply';
import type { Cluster } from '../cluster/cluster';
import { findKind, kindNames } from '../cluster/kinds/registry';
import type { Kind } from '../manifest/kind';
import { ManifestError } from '../manifest/manifest-error';
import { type AppliedResource, RefusedError } from './driver';

/** @throws RefusedError */
export function applyTo(
  cluster: Cluster,
  yaml: string,
  source: string,
): readonly AppliedResource[] {
  const changes = orRefuse(() => applyManifest(cluster, yaml, source));
  return changes.map(({ kind, resource, result }) => ({
    kind: kind.kind,
    name: nameOf(kind, resource.metadata),
    result,
  }));
}

/** @throws RefusedError */
export function deleteFrom(cluster: Cluster, kindName: string, name: string): void {
  const kind = kindCalled(kindName);
  const { namespace, bare } = splitName(name);
  if (deleteResource(cluster, kind, bare, namespace) === undefined) {
    throw noSuch(cluster, kind, name);
  }
}

/** @throws RefusedError */
export function patchIn(cluster: Cluster, kindName: string, name: string, change: object): void {
  const kind = kindCalled(kindName);
  const { namespace, bare } = splitName(name);
  const resource = cluster.control.store.get(kind, bare, namespace);
  if (resource === undefined) throw noSuch(cluster, kind, name);
  orRefuse(() => patchResource(cluster, kind, resource, change));
}

function noSuch({ control }: Cluster, kind: Kind, name: string): RefusedError {
  const names = control.store.list(kind).map(({ metadata }) => nameOf(kind, metadata));
  const { namespace, bare } = splitName(name);
  const full = nameOf(kind, { name: bare, namespace });
  return new RefusedError(`there is no ${kind.kind} ${name}${didYouMean(full, names)}`);
}

function kindCalled(name: string): Kind {
  const kind = findKind(name);
  if (kind === undefined) {
    throw new RefusedError(`there is no kind ${name}${didYouMean(name, kindNames())}`);
  }
  return kind;
}

/** `default/pod1` or `pod1`. */
function splitName(name: string): { readonly namespace: string; readonly bare: string } {
  const [first = '', second] = name.split('/');
  return second === undefined
    ? { namespace: 'default', bare: first }
    : { namespace: first, bare: second };
}

function nameOf(
  { isNamespaced }: Kind,
  { name, namespace }: { readonly name: string; readonly namespace?: string | undefined },
): string {
  return isNamespaced ? `${namespace ?? 'default'}/${name}` : name;
}

function orRefuse<Value>(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof ManifestError) throw new RefusedError(error.message);
    throw error;
  }
}
