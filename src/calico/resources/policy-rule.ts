/** One rule of a Calico policy, ingress or egress; the CRDs of both kinds of policy share it. */
import { z } from 'zod';
import { intOrText } from '../../k8s/resources/int-or-text';
import { type Rule, withRules } from '../../manifest/rule';
import { entityRule } from './entity-rule';

const icmp = withRules(
  z.strictObject({
    code: z.int().min(0).max(255).optional(),
    type: z.int().min(0).max(254).optional(),
  }),
  [
    {
      says: 'ICMP code specified without an ICMP type',
      at: ['code'],
      broken: ({ code, type }) => code !== undefined && type === undefined,
    },
  ],
);

const httpPath = z.strictObject({
  exact: z.string().max(1024).optional(),
  prefix: z.string().max(1024).optional(),
});

const http = z.strictObject({
  methods: z.array(z.string()).max(20).optional(),
  paths: z.array(httpPath).max(20).optional(),
});

const fields = z.strictObject({
  action: z.enum(['Allow', 'Deny', 'Log', 'Pass']),
  destination: entityRule.optional(),
  http: http.optional(),
  icmp: icmp.optional(),
  ipVersion: z.literal([4, 6]).optional(),
  metadata: z.strictObject({ annotations: z.record(z.string(), z.string()).optional() }).optional(),
  notICMP: icmp.optional(),
  notProtocol: intOrText.optional(),
  protocol: intOrText.optional(),
  source: entityRule.optional(),
});

type PolicyRuleFields = z.output<typeof fields>;

const ICMP = [1, 'ICMP'];
const ICMP_V6 = [58, 'ICMPv6'];

/** `protocol: ICMP` (or not) together with the other family's version. */
const versionRule = (
  field: 'protocol' | 'notProtocol',
  names: readonly (string | number)[],
  version: 4 | 6,
): Rule<PolicyRuleFields> => ({
  says: `protocol ${names[1]} requires ipVersion ${version}`,
  at: ['ipVersion'],
  broken: ({ ipVersion, [field]: protocol }) =>
    protocol !== undefined &&
    names.includes(protocol) &&
    ipVersion !== undefined &&
    ipVersion !== version,
});

const hasPorts = ({ source, destination }: PolicyRuleFields) =>
  [source, destination].some(
    (entity) => entity?.services && (entity.ports?.length || entity.notPorts?.length),
  );

const policyRule = withRules(fields, [
  {
    says: 'rules with HTTP match must have protocol TCP or unset',
    at: ['http'],
    broken: ({ http, protocol }) =>
      http !== undefined && protocol !== undefined && protocol !== 'TCP' && protocol !== 6,
  },
  {
    says: 'HTTP match is only valid on Allow rules',
    at: ['http'],
    broken: ({ http, action }) => http !== undefined && action !== 'Allow',
  },
  { says: 'ports and notPorts cannot be specified with services', broken: hasPorts },
  {
    says: 'ICMP fields require protocol to be ICMP or ICMPv6',
    at: ['protocol'],
    broken: ({ icmp, notICMP, protocol = '' }) =>
      Boolean(icmp ?? notICMP) && ![...ICMP, ...ICMP_V6].includes(protocol),
  },
  versionRule('protocol', ICMP, 4),
  versionRule('protocol', ICMP_V6, 6),
  versionRule('notProtocol', ICMP, 4),
  versionRule('notProtocol', ICMP_V6, 6),
]);

export const policyRules = z.array(policyRule).max(1024).optional();
