/** What Felix says after it has asked the chains of host endpoints (felix/rules/static.go). */
import type { MarkBits } from '../../release';
import type { FelixAction, FelixRule } from './felix-rule';
import * as match from './matches';

export function hostEndpointAccepted(marks: MarkBits, action: FelixAction): FelixRule {
  return {
    comment: 'Host endpoint policy accepted packet.',
    matches: [match.markSet(marks.accept)],
    action,
  };
}
