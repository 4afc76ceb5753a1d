/**
 * tunl0 (felix/dataplane/linux/ipip_mgr.go): there while any pool wants IPIP, with one address, which
 * is the source of what the host itself sends to pods. Its routes are BIRD's.
 */
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { CalicoModel, CalicoNode } from '../../model';
import { indexOf } from '../../model-index';
import { ipipMtu } from '../../mtu';

export function ipipState(model: CalicoModel, node: CalicoNode): HostState {
  if (!indexOf(model).hasIpip) return EMPTY_HOST_STATE;
  const address = node.ipipTunnelAddress;
  return {
    ...EMPTY_HOST_STATE,
    links: [{ kind: 'ipip', name: 'tunl0', mtu: ipipMtu(model, node) }],
    addresses:
      address === undefined
        ? []
        : [{ device: 'tunl0', address: { address, length: 32 }, scope: 'global' }],
  };
}
