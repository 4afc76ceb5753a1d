/** networking.k8s.io/v1 NetworkPolicy. */
import { z } from 'zod';
import { cidrContains, parseCidr } from '../../addr/cidr';
import type { Kind } from '../../manifest/kind';
import { withRules } from '../../manifest/rule';
import { networkText, port } from './addresses';
import { intOrText } from './int-or-text';
import { namespacedMetadata } from './metadata';
import { opaqueMap } from './opaque';

const requirement = withRules(
  z.strictObject({
    key: z.string(),
    operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
    values: z.array(z.string()).default([]),
  }),
  [
    {
      says: 'In and NotIn need values, Exists and DoesNotExist have none',
      at: ['values'],
      broken: ({ operator, values }) => operator.endsWith('In') !== values.length > 0,
    },
  ],
);

const labelSelector = z.strictObject({
  matchExpressions: z.array(requirement).optional(),
  matchLabels: z.record(z.string(), z.string()).optional(),
});

const ipBlock = withRules(
  z.strictObject({ cidr: networkText, except: z.array(networkText).default([]) }),
  [
    {
      says: 'an exception must lie within the cidr',
      at: ['except'],
      broken: ({ cidr, except }) => !except.every((inner) => isWithin(inner, cidr)),
    },
  ],
);

const peer = withRules(
  z.strictObject({
    ipBlock: ipBlock.optional(),
    namespaceSelector: labelSelector.optional(),
    podSelector: labelSelector.optional(),
  }),
  [
    {
      says: 'ipBlock cannot stand beside a selector',
      at: ['ipBlock'],
      broken: (one) => Boolean(one.ipBlock && (one.namespaceSelector ?? one.podSelector)),
    },
    { says: 'must specify a peer', broken: (one) => Object.keys(one).length === 0 },
  ],
);

const policyPort = z.strictObject({
  endPort: port.optional(),
  port: intOrText.optional(),
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
});

const ports = z.array(policyPort).optional();
const peers = z.array(peer).optional();

const schema = z
  .strictObject({
    apiVersion: z.literal('networking.k8s.io/v1'),
    kind: z.literal('NetworkPolicy'),
    metadata: namespacedMetadata(),
    spec: z.strictObject({
      egress: z.array(z.strictObject({ ports, to: peers })).optional(),
      ingress: z.array(z.strictObject({ ports, from: peers })).optional(),
      podSelector: labelSelector.default({}),
      policyTypes: z.array(z.enum(['Ingress', 'Egress'])).optional(),
    }),
    status: opaqueMap.optional(),
  })
  .transform(({ apiVersion, kind, metadata, spec }) => ({ apiVersion, kind, metadata, spec }));

export type NetworkPolicy = z.output<typeof schema>;

export const networkPolicyKind: Kind<NetworkPolicy> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  aliases: [],
  plural: 'networkpolicies',
  shortNames: ['netpol'],
  isNamespaced: true,
  schema,
};

function isWithin(inner: string, outer: string): boolean {
  const [small, large] = [parseCidr(inner), parseCidr(outer)];
  if (small === undefined || large === undefined) return false;
  return small.length > large.length && cidrContains(large, small.address);
}
