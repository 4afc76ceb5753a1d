/**
 * Felix's chains of the mangle table (felix/rules/static.go, `StaticMangleTableChains`): the policies
 * of host endpoints that must see a packet before DNAT, or after it has been made here.
 */
import * as action from './actions';
import { failsafeChains } from './failsafe-chains';
import { always, type FelixChain } from './felix-rule';
import { hostEndpointAccepted } from './host-endpoint';
import * as match from './matches';
import type { StaticInput } from './static-input';

export function mangleChains({ marks }: StaticInput): readonly FelixChain[] {
  const isAccepted = match.markSet(marks.accept);
  return [
    {
      name: 'cali-PREROUTING',
      rules: [
        { matches: [match.ESTABLISHED], action: action.ACCEPT },
        { matches: [isAccepted], action: action.ACCEPT },
        always(action.jump('cali-from-host-endpoint')),
        hostEndpointAccepted(marks, action.ACCEPT),
      ],
    },
    {
      name: 'cali-POSTROUTING',
      rules: [
        { matches: [isAccepted], action: action.RETURN },
        always(action.clearMark(marks.all)),
        { matches: [match.DESTINATION_TRANSLATED], action: action.jump('cali-to-host-endpoint') },
        hostEndpointAccepted(marks, action.RETURN),
      ],
    },
    { name: 'cali-from-host-endpoint', rules: [] },
    { name: 'cali-to-host-endpoint', rules: [] },
    ...failsafeChains('destination'),
  ];
}
