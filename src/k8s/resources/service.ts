/** v1 Service (core/v1 ServiceSpec). */
import { z } from 'zod';
import type { Kind } from '../../manifest/kind';
import { withRules } from '../../manifest/rule';
import { port } from './addresses';
import { intOrText } from './int-or-text';
import { namespacedMetadata } from './metadata';
import { serviceName } from './names';
import { opaqueMap } from './opaque';

const servicePort = z.strictObject({
  appProtocol: z.string().optional(),
  name: z.string().optional(),
  nodePort: port.optional(),
  port,
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
  targetPort: intOrText.optional(),
});

const policy = z.enum(['Cluster', 'Local']);

const spec = withRules(
  z.strictObject({
    allocateLoadBalancerNodePorts: z.boolean().optional(),
    clusterIP: z.string().optional(),
    clusterIPs: z.array(z.string()).optional(),
    externalIPs: z.array(z.string()).optional(),
    externalName: z.string().optional(),
    externalTrafficPolicy: policy.optional(),
    healthCheckNodePort: port.optional(),
    internalTrafficPolicy: policy.optional(),
    ipFamilies: z.array(z.enum(['IPv4', 'IPv6'])).optional(),
    ipFamilyPolicy: z.enum(['SingleStack', 'PreferDualStack', 'RequireDualStack']).optional(),
    loadBalancerClass: z.string().optional(),
    loadBalancerIP: z.string().optional(),
    loadBalancerSourceRanges: z.array(z.string()).optional(),
    ports: z.array(servicePort).default([]),
    publishNotReadyAddresses: z.boolean().optional(),
    selector: z.record(z.string(), z.string()).optional(),
    sessionAffinity: z.enum(['None', 'ClientIP']).default('None'),
    sessionAffinityConfig: opaqueMap.optional(),
    trafficDistribution: z.string().optional(),
    type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']).default('ClusterIP'),
  }),
  [
    {
      says: 'a Service with several ports must name each of them',
      at: ['ports'],
      broken: ({ ports }) => ports.length > 1 && ports.some(({ name }) => name === undefined),
    },
  ],
);

const schema = z
  .strictObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('Service'),
    metadata: namespacedMetadata(serviceName),
    spec,
    status: opaqueMap.optional(),
  })
  .transform(({ apiVersion, kind, metadata, spec }) => ({ apiVersion, kind, metadata, spec }));

export type Service = z.output<typeof schema>;

export const serviceKind: Kind<Service> = {
  apiVersion: 'v1',
  kind: 'Service',
  aliases: [],
  plural: 'services',
  shortNames: ['svc'],
  isNamespaced: true,
  schema,
};
