/** Namespaces: those that a cluster begins with, and those that somebody has written. */
import { namespaceKind } from '../../../../k8s/resources/namespace';
import type { Cluster } from '../../../cluster';
import { NAMESPACES_GIVEN } from '../../../kinds/admit';
import { type ApiObject, apiMetadata, textAt } from '../api-object';
import { AGE, NAME, type ResourceType } from '../resource-type';

export const namespaceType: ResourceType = {
  plural: 'namespaces',
  singular: 'namespace',
  shortNames: ['ns'],
  group: '',
  version: 'v1',
  kind: 'Namespace',
  isNamespaced: false,
  stored: namespaceKind,
  columns: [
    NAME,
    { heading: 'STATUS', cell: (namespace) => textAt(namespace, 'status', 'phase') },
    AGE,
  ],
  list: (cluster) => namespaceNames(cluster).map((name) => namespaceObject(cluster, name)),
};

export function namespaceNames({ control }: Cluster): readonly string[] {
  const written = control.store.list(namespaceKind).map(({ metadata }) => metadata.name);
  return [...new Set([...NAMESPACES_GIVEN, ...written])].sort();
}

function namespaceObject(cluster: Cluster, name: string): ApiObject {
  const { labels = {}, annotations = {} } =
    cluster.control.store.get(namespaceKind, name)?.metadata ?? {};
  // Every namespace gets this label from the API server.
  const marked = { 'kubernetes.io/metadata.name': name, ...labels };
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: apiMetadata(cluster, namespaceKind, { name, labels: marked, annotations }),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
