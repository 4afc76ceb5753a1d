/**
 * Felix: all that it programs on a node, as its managers say (felix/dataplane/linux/int_dataplane.go).
 */
import { EMPTY_HOST_STATE, type HostState } from '../../host/host-state';
import { mergeHostStates } from '../merge-host-states';
import type { CalicoModel, CalicoNode } from '../model';
import { felixChains } from './chains';
import { endpointState } from './managers/endpoint-manager';
import { ipSets } from './managers/ip-sets';
import { ipipState } from './managers/ipip-manager';
import { vxlanState } from './managers/vxlan-manager';

const FORWARDING: HostState = {
  ...EMPTY_HOST_STATE,
  sysctls: new Map([['net.ipv4.ip_forward', '1']]),
};

export function felixState(model: CalicoModel, node: CalicoNode): HostState {
  const { chains, hooks } = felixChains(model, node);
  const rules = { ...EMPTY_HOST_STATE, ipsets: ipSets(model, node), chains, hooks };
  return mergeHostStates([
    FORWARDING,
    rules,
    ipipState(model, node),
    vxlanState(model, node),
    endpointState(model, node),
  ]);
}
