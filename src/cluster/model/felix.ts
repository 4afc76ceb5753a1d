/**
 * FelixConfiguration `default` as Felix reads it; what it leaves out is Felix's default.
 */
import { parseIpv4 } from '../../addr/ipv4';
import {
  DEFAULT_FELIX_SETTINGS,
  type EndpointToHostAction,
  type FelixSettings,
} from '../../calico/felix/felix-settings';
import { felixConfigurationKind } from '../../calico/resources/felix-configuration';
import type { ResourceStore } from '../../k8s/store';

export function felixOf(store: ResourceStore): FelixSettings {
  const spec = store.get(felixConfigurationKind, 'default')?.spec;
  if (spec === undefined) return DEFAULT_FELIX_SETTINGS;
  const defaults = DEFAULT_FELIX_SETTINGS;
  return {
    defaultEndpointToHostAction: actionOf(spec.defaultEndpointToHostAction),
    natPortRange: portRangeOf(spec.natPortRange),
    natOutgoingAddress: parseIpv4(spec.natOutgoingAddress ?? ''),
    iptablesNATOutgoingInterfaceFilter: spec.iptablesNATOutgoingInterfaceFilter || undefined,
    natOutgoingExclusions: oneOf(spec.natOutgoingExclusions, ['IPPoolsOnly', 'IPPoolsAndHostIPs']),
    chainInsertMode: spec.chainInsertMode?.toLowerCase() === 'append' ? 'append' : 'insert',
    interfacePrefix: spec.interfacePrefix?.split(',') ?? defaults.interfacePrefix,
    serviceLoopPrevention: oneOf(spec.serviceLoopPrevention, ['Drop', 'Reject', 'Disabled']),
    externalNodesList: spec.externalNodesList ?? defaults.externalNodesList,
    workloadSourceSpoofing: oneOf(spec.workloadSourceSpoofing, ['Disabled', 'Any']),
    allowIPIPPacketsFromWorkloads: spec.allowIPIPPacketsFromWorkloads ?? false,
    allowVXLANPacketsFromWorkloads: spec.allowVXLANPacketsFromWorkloads ?? false,
    disableConntrackInvalidCheck: spec.disableConntrackInvalidCheck ?? false,
    vxlanVNI: spec.vxlanVNI ?? defaults.vxlanVNI,
    vxlanPort: spec.vxlanPort ?? defaults.vxlanPort,
    ipipMTU: spec.ipipMTU || undefined,
    vxlanMTU: spec.vxlanMTU || undefined,
    iptablesRefreshMs: milliseconds(spec.iptablesRefreshInterval),
    iptablesPostWriteCheckMs: milliseconds(spec.iptablesPostWriteCheckInterval),
    ipsetsRefreshMs: milliseconds(spec.ipsetsRefreshInterval),
    routeRefreshMs: milliseconds(spec.routeRefreshInterval),
  };
}

/** Felix takes its choices in any case; the first is the default. */
function oneOf<Choice extends string>(
  text: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return choices.find((choice) => choice.toLowerCase() === text?.toLowerCase()) ?? choices[0];
}

function actionOf(text: string | undefined): EndpointToHostAction {
  const action = text?.toUpperCase();
  if (action === 'DROP' || action === 'RETURN' || action === 'ACCEPT') return action;
  return DEFAULT_FELIX_SETTINGS.defaultEndpointToHostAction;
}

const PORT_RANGE = /^(\d+)(?::(\d+))?$/;

function portRangeOf(value: string | number | undefined): FelixSettings['natPortRange'] {
  const [, low, high] = PORT_RANGE.exec(String(value ?? '')) ?? [];
  if (low === undefined || Number(low) === 0) return undefined;
  return { low: Number(low), high: Number(high ?? low) };
}

const MS_OF = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** A Go duration, `1m30s`; `undefined` where it says nothing. */
function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sum += Number(number) * MS_OF[unit as keyof typeof MS_OF];
  }
  return sum;
}
