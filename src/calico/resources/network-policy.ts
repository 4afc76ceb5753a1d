/** NetworkPolicy of projectcalico.org/v3. */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, namespacedSchema } from './calico-kind';
import { isGlobal } from './entity-rule';
import { GLOBAL_IS_FOR_RULES, policyFields } from './policy-fields';

const spec = withRules(z.strictObject(policyFields), [
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
]);

const schema = namespacedSchema('NetworkPolicy', spec);

type CalicoNetworkPolicy = z.output<typeof schema>;

export const calicoNetworkPolicyKind = calicoKind<CalicoNetworkPolicy>(schema, {
  kind: 'NetworkPolicy',
  plural: 'networkpolicies',
  shortNames: ['cnp', 'caliconetworkpolicy'],
  isNamespaced: true,
});
