/**
 * Profile: one of each namespace and service account, and the one that allows all
 * (libcalico-go/lib/backend/k8s/resources/profile.go, conversion/conversion.go).
 */
import { namespaceKind } from '../../../k8s/resources/namespace';
import { serviceAccountKind } from '../../../k8s/resources/service-account';
import type { Cluster } from '../../cluster';
import { NAMESPACES_GIVEN } from '../../kinds/admit';
import type { JsonObject } from '../go-yaml';
import { notSupported } from './calico-error';
import {
  API_VERSION,
  type CalicoRecord,
  type RecordMetadata,
  serverFields,
  unlessEmpty,
} from './calico-record';
import type { ResourceType } from './resource-type';

const KIND = 'Profile';
const ALLOW = [{ action: 'Allow', source: {}, destination: {} }];

export const profileType: ResourceType = {
  kind: KIND,
  names: ['profile', 'profiles', 'pro', 'pros'],
  isNamespaced: false,
  narrow: ['NAME'],
  wide: ['NAME', 'LABELS'],
  columns: { NAME: ({ metadata }) => metadata.name, LABELS: labelsText },
  list: (cluster) => [allowAll, ...ofNamespaces(cluster), ...ofServiceAccounts(cluster)],
  listVersion: ({ control: { store } }) => `${store.revision}/${store.revision}`,
  whyMissing(name) {
    const [prefix, ...rest] = name.split('.');
    if (prefix === 'kns') return `namespaces "${rest.join('.')}" not found`;
    return `serviceaccounts "${rest.slice(1).join('.')}" not found`;
  },
  create(_cluster, { name }) {
    throw notSupported('Create', `${KIND}(${name})`);
  },
  update(_cluster, { name }) {
    throw notSupported('Update', `${KIND}(${name})`);
  },
  delete(_cluster, name) {
    throw notSupported('Delete', `${KIND}(${name})`);
  },
};

function labelsText({ spec }: CalicoRecord): string {
  const labels = Object.entries((spec['labelsToApply'] ?? {}) as JsonObject);
  return labels
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');
}

const allowAll: CalicoRecord = {
  kind: KIND,
  apiVersion: API_VERSION,
  metadata: { name: 'projectcalico-default-allow', creationTimestamp: null },
  spec: { ingress: ALLOW, egress: ALLOW },
};

function ofNamespaces(cluster: Cluster): readonly CalicoRecord[] {
  const written = cluster.control.store.list(namespaceKind).map(({ metadata }) => metadata);
  return namespaceNames(cluster).map((name) => {
    const labels = {
      'kubernetes.io/metadata.name': name,
      ...written.find((metadata) => metadata.name === name)?.labels,
      'projectcalico.org/name': name,
    };
    const birth = cluster.birthOf(namespaceKind, { name });
    const metadata = {
      name: `kns.${name}`,
      ...serverFields(birth),
      resourceVersion: `${birth.resourceVersion}/`,
    };
    return profile(metadata, { ingress: ALLOW, egress: ALLOW }, prefixed('pcns', labels));
  });
}

function ofServiceAccounts(cluster: Cluster): readonly CalicoRecord[] {
  const written = cluster.control.store.list(serviceAccountKind).map(({ metadata }) => metadata);
  return namespaceNames(cluster).flatMap((namespace) => {
    const own = written.filter((metadata) => metadata.namespace === namespace);
    const names = new Set(['default', ...own.map(({ name }) => name)]);
    return [...names].sort().map((name) => {
      const labels = {
        ...own.find((metadata) => metadata.name === name)?.labels,
        'projectcalico.org/name': name,
      };
      const birth = cluster.birthOf(serviceAccountKind, { name, namespace });
      const metadata = {
        name: `ksa.${namespace}.${name}`,
        ...serverFields(birth),
        resourceVersion: `/${birth.resourceVersion}`,
      };
      return profile(metadata, {}, prefixed('pcsa', labels));
    });
  });
}

function profile(metadata: RecordMetadata, rules: JsonObject, labels: JsonObject): CalicoRecord {
  const spec = { ...rules, labelsToApply: labels };
  return { kind: KIND, apiVersion: API_VERSION, metadata, spec };
}

/** `pcns.kubernetes.io/metadata.name`: the labels of what the profile is of. */
function prefixed(prefix: string, labels: Readonly<Record<string, string>>): JsonObject {
  const entries = Object.entries(labels).map(([name, value]) => [`${prefix}.${name}`, value]);
  return unlessEmpty(Object.fromEntries(entries)) ?? {};
}

function namespaceNames({ control: { store } }: Cluster): readonly string[] {
  const written = store.list(namespaceKind).map(({ metadata }) => metadata.name);
  return [...new Set([...NAMESPACES_GIVEN, ...written])].sort();
}
