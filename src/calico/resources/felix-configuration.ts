/**
 * FelixConfiguration: how the agent programs a host. `default` is for all nodes, `node.NAME` for one.
 * Nearly two hundred fields; which of them the simulation follows is said in cluster/kinds/.
 */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import { felixBpfFields } from './felix-bpf-fields';
import { felixFields } from './felix-fields';
import { ipFamilyOf } from './ip-family';

const isNot = (family: 4 | 6, address: string | undefined) =>
  Boolean(address) && ipFamilyOf(address ?? '') !== family;

const spec = withRules(z.strictObject({ ...felixBpfFields, ...felixFields }), [
  {
    says: 'routeTableRange and routeTableRanges cannot both be set',
    at: ['routeTableRanges'],
    broken: (felix) => Boolean(felix.routeTableRange && felix.routeTableRanges),
  },
  {
    says: 'natOutgoingAddress must be a valid IPv4 address',
    at: ['natOutgoingAddress'],
    broken: ({ natOutgoingAddress }) => isNot(4, natOutgoingAddress),
  },
  {
    says: 'deviceRouteSourceAddress must be a valid IPv4 address',
    at: ['deviceRouteSourceAddress'],
    broken: ({ deviceRouteSourceAddress }) => isNot(4, deviceRouteSourceAddress),
  },
  {
    says: 'deviceRouteSourceAddressIPv6 must be a valid IPv6 address',
    at: ['deviceRouteSourceAddressIPv6'],
    broken: ({ deviceRouteSourceAddressIPv6 }) => isNot(6, deviceRouteSourceAddressIPv6),
  },
]);

const schema = withRules(clusterSchema('FelixConfiguration', spec), [
  {
    says: "nodeSelector must not be set on the 'default' or per-node ('node.*') FelixConfiguration",
    at: ['spec', 'nodeSelector'],
    broken: ({ metadata: { name }, spec: { nodeSelector } }) =>
      Boolean(nodeSelector) && (name === 'default' || name.startsWith('node.')),
  },
]);

export type FelixConfiguration = z.output<typeof schema>;

export const felixConfigurationKind = calicoKind<FelixConfiguration>(schema, {
  kind: 'FelixConfiguration',
  plural: 'felixconfigurations',
  shortNames: ['felixconfig', 'felixconfigs'],
  isNamespaced: false,
});
