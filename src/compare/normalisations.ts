/**
 * All that is taken out of an account before it is compared, each with its reason: what time or chance
 * made. What no rule here names counts.
 */
import { CONVERSATION_RULES } from './conversation-rules';
import { FIELD_RULES } from './field-rules';
import { LINE_RULES } from './line-rules';
import type { Normalisation } from './normalisation';
import { ORDER_RULES } from './order-rules';

/** In this order: frames are left out and rows are put in order before anything is numbered. */
export const NORMALISATIONS: readonly Normalisation[] = [
  ...CONVERSATION_RULES,
  ...ORDER_RULES,
  ...FIELD_RULES,
  ...LINE_RULES,
];
