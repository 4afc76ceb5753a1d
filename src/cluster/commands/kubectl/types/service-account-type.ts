/** Service accounts: `default` in every namespace, and those that somebody has written. */
import { serviceAccountKind } from '../../../../k8s/resources/service-account';
import { apiMetadata } from '../api-object';
import { AGE, NAME, type ResourceType } from '../resource-type';
import { namespaceNames } from './namespace-type';

export const serviceAccountType: ResourceType = {
  plural: 'serviceaccounts',
  singular: 'serviceaccount',
  shortNames: ['sa'],
  group: '',
  version: 'v1',
  kind: 'ServiceAccount',
  isNamespaced: true,
  stored: serviceAccountKind,
  columns: [NAME, { heading: 'SECRETS', cell: () => '0' }, AGE],
  list(cluster) {
    const { store } = cluster.control;
    const written = store.list(serviceAccountKind).map(({ metadata }) => metadata);
    const given = namespaceNames(cluster)
      .filter((namespace) => store.get(serviceAccountKind, 'default', namespace) === undefined)
      .map((namespace) => ({ name: 'default', namespace, labels: {}, annotations: {} }));
    const keyOf = ({ namespace, name }: (typeof given)[number]) => `${namespace}/${name}`;
    return [...written, ...given]
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
      .map((metadata) => ({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: apiMetadata(cluster, serviceAccountKind, metadata),
      }));
  },
};
