/** What Calico's two kinds of policy have in common. */
import { z } from 'zod';
import { selectorText } from './fields';
import { policyRules } from './policy-rule';

export const GLOBAL_IS_FOR_RULES = 'global() can only be used in an EntityRule namespaceSelector';

export const policyFields = {
  egress: policyRules,
  ingress: policyRules,
  order: z.number().optional(),
  performanceHints: z.array(z.enum(['AssumeNeededOnEveryNode'])).optional(),
  selector: selectorText,
  serviceAccountSelector: selectorText,
  tier: z.string().default('default'),
  types: z
    .array(z.enum(['Ingress', 'Egress']))
    .min(1)
    .max(2)
    .optional(),
};
