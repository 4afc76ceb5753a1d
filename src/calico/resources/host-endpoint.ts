/** HostEndpoint: an interface of a host that policies select. */
import { z } from 'zod';
import { intOrText } from '../../k8s/resources/int-or-text';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import { addressText, shortText, textList } from './fields';

const endpointPort = z.strictObject({
  name: z.string(),
  port: z.int().min(1).max(65535),
  protocol: intOrText,
});

const spec = withRules(
  z.strictObject({
    expectedIPs: z.array(addressText).optional(),
    interfaceName: shortText(15),
    node: shortText(253),
    ports: z.array(endpointPort).optional(),
    profiles: textList,
  }),
  [
    {
      says: 'at least one of interfaceName or expectedIPs must be specified',
      broken: ({ interfaceName, expectedIPs = [] }) => !interfaceName && expectedIPs.length === 0,
    },
    { says: 'node must be specified', broken: ({ node }) => !node },
  ],
);

const schema = clusterSchema('HostEndpoint', spec);

type HostEndpoint = z.output<typeof schema>;

export const hostEndpointKind = calicoKind<HostEndpoint>(schema, {
  kind: 'HostEndpoint',
  plural: 'hostendpoints',
  shortNames: ['hep', 'heps'],
  isNamespaced: false,
});
