/** GlobalNetworkSet and NetworkSet: prefixes with labels, for policies to select. */
import { z } from 'zod';
import { calicoKind, clusterSchema, namespacedSchema } from './calico-kind';
import { netText } from './fields';

const spec = z.strictObject({ nets: z.array(netText).optional() });

const globalSchema = clusterSchema('GlobalNetworkSet', spec);
const schema = namespacedSchema('NetworkSet', spec);

type GlobalNetworkSet = z.output<typeof globalSchema>;
type NetworkSet = z.output<typeof schema>;

export const globalNetworkSetKind = calicoKind<GlobalNetworkSet>(globalSchema, {
  kind: 'GlobalNetworkSet',
  plural: 'globalnetworksets',
  shortNames: ['gns'],
  isNamespaced: false,
});

export const networkSetKind = calicoKind<NetworkSet>(schema, {
  kind: 'NetworkSet',
  plural: 'networksets',
  shortNames: [],
  isNamespaced: true,
});
