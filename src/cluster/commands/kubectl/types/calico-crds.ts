/**
 * Calico's custom resources, as they are stored in the API server (manifests/calico.yaml): of the group
 * crd.projectcalico.org, without short names, and with no columns of their own.
 */
import { calicoKinds } from '../../../../calico/resources/index';
import { calicoNodeKind } from '../../../../calico/resources/node';
import type { Kind } from '../../../../manifest/kind';
import type { Cluster } from '../../../cluster';
import { uuid } from '../../../uuid';
import type { CalicoRecord } from '../../calicoctl/calico-record';
import { resourceTypeOf } from '../../calicoctl/resource-types';
import { type ApiObject, apiMetadata } from '../api-object';
import { CALICO_METADATA } from '../draft-object';
import { AGE, NAME, type ResourceType } from '../resource-type';

export const CRD_GROUP = 'crd.projectcalico.org';

/** Those that are stored as they are written. A Node is stored in the annotations of Kubernetes' own. */
export const calicoCrds: readonly ResourceType[] = calicoKinds
  .filter((kind) => kind.kind !== calicoNodeKind.kind)
  .map((kind) => crdType(kind as unknown as Kind));

function crdType(kind: Kind): ResourceType {
  // Where a kind has another name in the group, it is the first of the aliases that is not its own.
  const name = kind.aliases.find((alias) => alias.kind !== kind.kind)?.kind ?? kind.kind;
  const isRenamed = name !== kind.kind;
  return {
    plural: isRenamed ? `${name.toLowerCase()}s` : kind.plural,
    singular: name.toLowerCase(),
    shortNames: [],
    group: CRD_GROUP,
    version: 'v1',
    kind: name,
    isNamespaced: kind.isNamespaced,
    stored: kind,
    columns: [NAME, AGE],
    list: (cluster) =>
      recordsOf(kind, cluster).map((record) => crdObject(cluster, kind, name, record)),
  };
}

function recordsOf({ kind }: Kind, cluster: Cluster): readonly CalicoRecord[] {
  return resourceTypeOf(kind)?.list(cluster) ?? [];
}

function crdObject(cluster: Cluster, kind: Kind, name: string, record: CalicoRecord): ApiObject {
  const { store } = cluster.control;
  const stored = store.get(kind, record.metadata.name, record.metadata.namespace);
  const metadata = apiMetadata(cluster, kind, stored?.metadata ?? record.metadata);
  const { uid, creationTimestamp } = metadata;
  const own = JSON.stringify({ uid, creationTimestamp });
  return {
    apiVersion: `${CRD_GROUP}/v1`,
    kind: name,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, [CALICO_METADATA]: own },
      generation: store.generationOf(kind, metadata.name, metadata.namespace) ?? 1,
      uid: uuid(`${uid} crd`),
    },
    spec: record.spec,
    status: record.status,
  };
}
