/**
 * What calicoctl does with one resource (calicoctl/resourcemgr/resourcemgr.go): which namespace is
 * meant, and which version of it.
 */
import type { Cluster } from '../../cluster';
import { CalicoError, doesNotExist, notSupported, updateConflict } from './calico-error';
import type { CalicoRecord } from './calico-record';
import type { Wanted } from './load-records';
import type { ParsedWords } from './parse-words';
import type { Found } from './print-records';
import type { ResourceType } from './resource-type';

/** An error of calicoctl's own, about one resource. */
function refused(message: string): CalicoError {
  return new CalicoError('invalid', message);
}

/**
 * The namespace that the words and the resource mean together: `undefined` where the kind has none,
 * and for all of them.
 */
function namespaceOf({ type, draft }: Wanted, { values, flags }: ParsedWords): string | undefined {
  const isAll = flags.has('--all-namespaces');
  const asked = values.get('--namespace') ?? '';
  const own = draft.namespace ?? '';
  if (!type.isNamespaced) {
    if (own !== '') {
      throw refused(
        `namespace should not be specified for a non-namespaced resource. ${type.kind} is not a namespaced resource`,
      );
    }
    if (isAll || asked !== '') throw refused(`${type.kind} is not namespaced`);
    return undefined;
  }
  if (isAll && asked !== '') {
    throw refused('cannot use both --namespace and --all-namespaces flags at the same time');
  }
  if (isAll) return undefined;
  if (own !== '' && asked !== '' && own !== asked) {
    throw refused(`resource namespace does not match client namespace. ${own} != ${asked}`);
  }
  return own || asked || 'default';
}

/** The resource with its namespace filled in. @throws CalicoError */
export function located(wanted: Wanted, words: ParsedWords): Wanted {
  const { type, draft, resourceVersion } = wanted;
  const namespace = namespaceOf(wanted, words);
  return { type, draft: { ...draft, namespace }, resourceVersion };
}

/** @throws CalicoError where it does not exist */
export function getRecord(cluster: Cluster, { type, draft }: Wanted): CalicoRecord {
  const { name, namespace } = draft;
  const record = type
    .list(cluster)
    .find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
  if (record !== undefined) return record;
  throw doesNotExist({ kind: type.kind, name, namespace }, type.whyMissing(name, namespace));
}

/** The resource of that name, or all where there is none. @throws CalicoError */
export function getOrList(cluster: Cluster, wanted: Wanted): Found {
  const { type, draft } = wanted;
  if (draft.name === '') return listOf(cluster, type, draft.namespace);
  if (type.isNamespaced && draft.namespace === undefined) {
    throw refused('cannot use --all-namespace flag for getting a single resource');
  }
  return { type, record: getRecord(cluster, wanted) };
}

function listOf(cluster: Cluster, type: ResourceType, namespace: string | undefined): Found {
  const items = type.list(cluster).filter(({ metadata }) => {
    return namespace === undefined || metadata.namespace === namespace;
  });
  return { type, items, resourceVersion: type.listVersion(cluster) };
}

export function create(cluster: Cluster, { type, draft }: Wanted): void {
  type.create(cluster, draft);
}

/** @throws CalicoError where it does not exist, or is another version than the file was made from */
export function update(cluster: Cluster, wanted: Wanted): void {
  const { type, draft } = wanted;
  refuseStale(getRecord(cluster, wanted), wanted);
  type.update(cluster, draft);
}

/** Creates, and updates what is there or cannot be created. */
export function apply(cluster: Cluster, wanted: Wanted): void {
  if (wanted.type.kind === 'ClusterInformation') {
    throw notSupported('apply', wanted.type.kind, 'resource is readonly');
  }
  try {
    create(cluster, wanted);
  } catch (error) {
    const mayExist =
      error instanceof CalicoError && (error.code === 'exists' || error.code === 'unsupported');
    if (!mayExist) throw error;
    update(cluster, wanted);
  }
}

export function remove(cluster: Cluster, wanted: Wanted): void {
  const { type, draft } = wanted;
  refuseStale(getRecord(cluster, wanted), wanted);
  type.delete(cluster, draft.name, draft.namespace);
}

function refuseStale({ metadata }: CalicoRecord, { type, draft, resourceVersion }: Wanted): void {
  if (resourceVersion === '' || resourceVersion === metadata.resourceVersion) return;
  throw updateConflict({ kind: type.kind, name: draft.name, namespace: draft.namespace });
}
