/**
 * Felix's chains of the filter table that no endpoint changes (felix/rules/static.go,
 * `StaticFilterTableChains`).
 */
import * as action from './actions';
import { failsafeChains } from './failsafe-chains';
import { always, type FelixAction, type FelixChain, type FelixRule } from './felix-rule';
import { hostEndpointAccepted } from './host-endpoint';
import * as match from './matches';
import type { StaticInput } from './static-input';
import { tunnelInputRules, tunnelOutputRules } from './tunnel-rules';

export function filterChains(input: StaticInput): readonly FelixChain[] {
  return [
    { name: 'cali-INPUT', rules: inputRules(input) },
    { name: 'cali-FORWARD', rules: forwardRules(input) },
    { name: 'cali-OUTPUT', rules: outputRules(input) },
    { name: 'cali-wl-to-host', rules: workloadToHostRules(input) },
    { name: 'cali-cidr-block', rules: cidrBlockRules(input) },
    { name: 'cali-from-hep-forward', rules: [] },
    { name: 'cali-to-hep-forward', rules: [] },
    { name: 'cali-from-host-endpoint', rules: [] },
    { name: 'cali-to-host-endpoint', rules: [] },
    ...failsafeChains('destination'),
  ];
}

function inputRules(input: StaticInput): readonly FelixRule[] {
  const { marks, settings } = input;
  return [
    ...tunnelInputRules(input),
    ...settings.interfacePrefix.map((prefix) => ({
      matches: [match.inInterface(`${prefix}+`)],
      action: action.goTo('cali-wl-to-host'),
    })),
    { matches: [match.markSet(marks.accept)], action: action.ACCEPT },
    always(action.clearMark(marks.all)),
    always(action.jump('cali-from-host-endpoint')),
    hostEndpointAccepted(marks, action.ACCEPT),
  ];
}

function forwardRules({ marks, settings }: StaticInput): readonly FelixRule[] {
  return [
    // The accept bit says that raw has let the packet through already.
    always(action.clearMark(marks.all & ~marks.accept)),
    { matches: [match.markClear(marks.accept)], action: action.jump('cali-from-hep-forward') },
    ...settings.interfacePrefix.flatMap((prefix) => [
      {
        matches: [match.inInterface(`${prefix}+`)],
        action: action.jump('cali-from-wl-dispatch'),
      },
      { matches: [match.outInterface(`${prefix}+`)], action: action.jump('cali-to-wl-dispatch') },
    ]),
    always(action.jump('cali-to-hep-forward')),
    always(action.jump('cali-cidr-block')),
  ];
}

function outputRules(input: StaticInput): readonly FelixRule[] {
  const { marks, settings } = input;
  return [
    { matches: [match.markSet(marks.accept)], action: action.ACCEPT },
    // A host may always talk to its own pods: the kubelet's probes must not fail.
    ...settings.interfacePrefix.map((prefix) => ({
      matches: [match.outInterface(`${prefix}+`)],
      action: action.RETURN,
    })),
    ...tunnelOutputRules(input),
    always(action.clearMark(marks.all)),
    { matches: [match.DESTINATION_AS_SENT], action: action.jump('cali-to-host-endpoint') },
    hostEndpointAccepted(marks, action.ACCEPT),
  ];
}

const TO_HOST_ACTIONS = { ACCEPT: action.ACCEPT, DROP: action.DROP, RETURN: action.RETURN };

function workloadToHostRules({ settings }: StaticInput): readonly FelixRule[] {
  return [
    always(action.jump('cali-from-wl-dispatch')),
    always(
      TO_HOST_ACTIONS[settings.defaultEndpointToHostAction],
      'Configured DefaultEndpointToHostAction',
    ),
  ];
}

/** A packet to a service address that nobody serves would go round between node and router. */
function cidrBlockRules({ settings, blockedCidrs }: StaticInput): readonly FelixRule[] {
  const refusals: Readonly<Record<string, FelixAction>> = {
    Drop: action.DROP,
    Reject: action.REJECT,
  };
  const refusal = refusals[settings.serviceLoopPrevention];
  if (refusal === undefined) return [];
  return blockedCidrs.map((prefix) => ({
    matches: [match.destination(prefix)],
    action: refusal,
  }));
}
