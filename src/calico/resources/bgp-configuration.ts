/** BGPConfiguration: the mesh, the cluster's AS number, what is announced besides. */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import { asNumber, cidrText, flag, integerFrom, secretKeyRef, text, textList } from './fields';
import { goPattern } from './go-pattern';

const cidrList = z.array(z.strictObject({ cidr: cidrText.optional() })).optional();

const community = z.strictObject({
  name: z.string().max(253).optional(),
  value: goPattern('^(\\d+):(\\d+)$|^(\\d+):(\\d+):(\\d+)$').max(40).optional(),
});

const advertisement = z.strictObject({
  cidr: cidrText.optional(),
  communities: z.array(z.string()).max(50).optional(),
});

const routePriority = integerFrom(1, 2147483646);

const spec = withRules(
  z.strictObject({
    asNumber,
    bindMode: z.enum(['None', 'NodeIP']).optional(),
    communities: z.array(community).max(500).optional(),
    ignoredInterfaces: textList,
    ipv4NormalRoutePriority: routePriority,
    ipv6NormalRoutePriority: routePriority,
    listenPort: integerFrom(1, 65535),
    localWorkloadPeeringIPV4: text,
    localWorkloadPeeringIPV6: text,
    logSeverityScreen: goPattern('^(?i)(Trace|Debug|Info|Warning|Error|Fatal)?$').default('Info'),
    nodeMeshMaxRestartTime: text,
    nodeMeshPassword: z.strictObject({ secretKeyRef }).optional(),
    nodeToNodeMeshEnabled: flag,
    prefixAdvertisements: z.array(advertisement).max(500).optional(),
    programClusterRoutes: z
      .enum(['Enabled', 'Disabled', 'EnabledIPIPOnly', 'EnabledNoEncapOnly'])
      .optional(),
    serviceClusterIPs: cidrList,
    serviceExternalIPs: cidrList,
    serviceLoadBalancerAggregation: z.enum(['Enabled', 'Disabled']).default('Enabled'),
    serviceLoadBalancerIPs: cidrList,
  }),
  [
    {
      says: 'nodeMeshPassword cannot be set when nodeToNodeMeshEnabled is false',
      at: ['nodeMeshPassword'],
      broken: (bgp) => bgp.nodeToNodeMeshEnabled === false && bgp.nodeMeshPassword !== undefined,
    },
    {
      says: 'nodeMeshMaxRestartTime cannot be set when nodeToNodeMeshEnabled is false',
      at: ['nodeMeshMaxRestartTime'],
      broken: ({ nodeToNodeMeshEnabled, nodeMeshMaxRestartTime }) =>
        nodeToNodeMeshEnabled === false && nodeMeshMaxRestartTime !== undefined,
    },
    {
      says: 'communities are defined but not used in prefixAdvertisements',
      at: ['communities'],
      broken: ({ communities = [], prefixAdvertisements = [] }) =>
        communities.length > 0 && prefixAdvertisements.length === 0,
    },
  ],
);

const schema = clusterSchema('BGPConfiguration', spec);

type BgpConfiguration = z.output<typeof schema>;

export const bgpConfigurationKind = calicoKind<BgpConfiguration>(schema, {
  kind: 'BGPConfiguration',
  plural: 'bgpconfigurations',
  shortNames: ['bgpconfig', 'bgpconfigs'],
  isNamespaced: false,
});
