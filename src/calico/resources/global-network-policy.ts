/** GlobalNetworkPolicy: a policy for pods of all namespaces and for hosts. */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import { isGlobal } from './entity-rule';
import { flag, selectorText } from './fields';
import { GLOBAL_IS_FOR_RULES, policyFields } from './policy-fields';

const fields = z.strictObject({
  applyOnForward: flag,
  doNotTrack: flag,
  namespaceSelector: selectorText,
  preDNAT: flag,
  ...policyFields,
});

const spec = withRules(fields, [
  {
    says: 'preDNAT and doNotTrack cannot both be true',
    at: ['doNotTrack'],
    broken: ({ preDNAT, doNotTrack }) => Boolean(preDNAT && doNotTrack),
  },
  {
    says: 'preDNAT policy cannot have any egress rules',
    at: ['egress'],
    broken: ({ preDNAT, egress = [] }) => Boolean(preDNAT) && egress.length > 0,
  },
  {
    says: "preDNAT policy cannot have 'Egress' type",
    at: ['types'],
    broken: ({ preDNAT, types = [] }) => Boolean(preDNAT) && types.includes('Egress'),
  },
  {
    says: 'applyOnForward must be true if either preDNAT or doNotTrack is true',
    at: ['applyOnForward'],
    broken: ({ preDNAT, doNotTrack, applyOnForward }) =>
      Boolean(preDNAT || doNotTrack) && !applyOnForward,
  },
  {
    says: GLOBAL_IS_FOR_RULES,
    at: ['selector'],
    broken: ({ selector }) => isGlobal(selector),
  },
  {
    says: GLOBAL_IS_FOR_RULES,
    at: ['serviceAccountSelector'],
    broken: ({ serviceAccountSelector }) => isGlobal(serviceAccountSelector),
  },
  {
    says: GLOBAL_IS_FOR_RULES,
    at: ['namespaceSelector'],
    broken: ({ namespaceSelector }) => isGlobal(namespaceSelector),
  },
]);

const schema = clusterSchema('GlobalNetworkPolicy', spec);

type GlobalNetworkPolicy = z.output<typeof schema>;

export const globalNetworkPolicyKind = calicoKind<GlobalNetworkPolicy>(schema, {
  kind: 'GlobalNetworkPolicy',
  plural: 'globalnetworkpolicies',
  shortNames: ['gnp', 'cgnp'],
  isNamespaced: false,
});
