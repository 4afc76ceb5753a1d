/**
 * ClusterInformation: what calico-node says of the cluster when it starts. Nobody else may change it
 * (calicoctl/resourcemgr/clusterinfo.go).
 */
import { clusterInformationKind } from '../../../calico/resources/cluster-information';
import type { Cluster } from '../../cluster';
import { notSupported } from './calico-error';
import { API_VERSION, type CalicoRecord, metadataOf, specText } from './calico-record';
import type { ResourceType } from './resource-type';

const KIND = 'ClusterInformation';
const HEADINGS = ['NAME', 'CLUSTERGUID', 'CLUSTERTYPE', 'CALICOVERSION', 'DATASTOREREADY'];

const field = (name: string) => (record: CalicoRecord) => specText(record, name);

export const clusterInformationType: ResourceType = {
  kind: KIND,
  names: ['clusterinformation', 'clusterinformations', 'clusterinfo', 'clusterinfos'],
  isNamespaced: false,
  narrow: HEADINGS,
  wide: HEADINGS,
  columns: {
    NAME: ({ metadata }) => metadata.name,
    CLUSTERGUID: field('clusterGUID'),
    CLUSTERTYPE: field('clusterType'),
    CALICOVERSION: field('calicoVersion'),
    DATASTOREREADY: field('datastoreReady'),
  },
  list: (cluster) => [recordOf(cluster)],
  listVersion: ({ control }) => String(control.store.revision),
  whyMissing: (name) => `clusterinformations.crd.projectcalico.org "${name}" not found`,
  create() {
    throw notSupported('create or apply', KIND);
  },
  update() {
    throw notSupported('apply or replace', KIND);
  },
  delete() {
    throw notSupported('delete', KIND);
  },
};

/** The release of the tutorial, where nobody has said another. */
const USUAL_VERSION = 'v3.27.5';

/** What calico-node finds out by itself, where nobody has written it down. */
function recordOf(cluster: Cluster): CalicoRecord {
  const metadata = metadataOf(cluster, clusterInformationKind, { name: 'default' });
  const spec = cluster.control.store.get(clusterInformationKind, 'default')?.spec;
  return {
    kind: KIND,
    apiVersion: API_VERSION,
    metadata,
    spec: {
      clusterGUID: spec?.clusterGUID ?? (metadata.uid ?? '').replaceAll('-', ''),
      clusterType: spec?.clusterType ?? 'k8s,bgp,kubeadm,kdd',
      calicoVersion: spec?.calicoVersion ?? USUAL_VERSION,
      datastoreReady: spec?.datastoreReady ?? true,
      variant: spec?.variant,
    },
  };
}
