/** ClusterInformation: which release of Calico the cluster runs, among other things. */
import { z } from 'zod';
import { calicoKind, clusterSchema } from './calico-kind';
import { flag, text } from './fields';

const spec = z.strictObject({
  calicoVersion: text,
  clusterGUID: text,
  clusterType: text,
  datastoreReady: flag,
  variant: text,
});

const schema = clusterSchema('ClusterInformation', spec);

export type ClusterInformation = z.output<typeof schema>;

export const clusterInformationKind = calicoKind<ClusterInformation>(schema, {
  kind: 'ClusterInformation',
  plural: 'clusterinformations',
  shortNames: ['clusterinfo', 'clusterinfos'],
  isNamespaced: false,
});
