/** What the static chains of a node depend on, taken from the model. */
import { type Cidr, formatCidr } from '../../addr/cidr';
import type { CalicoModel, CalicoNode } from '../model';
import { endpointsOn, indexOf } from '../model-index';
import { RELEASE_TRAITS } from '../release';
import type { StaticInput } from './rules/static-input';

export function staticInput(model: CalicoModel, node: CalicoNode): StaticInput {
  const { marks, natPostrouting } = RELEASE_TRAITS[model.release];
  const { hasIpip, hasVxlan } = indexOf(model);
  const tunnelDevices: string[] = [];
  if (hasIpip && node.ipipTunnelAddress !== undefined) tunnelDevices.push('tunl0');
  if (hasVxlan && node.vxlanTunnelAddress !== undefined) tunnelDevices.push('vxlan.calico');
  return {
    marks,
    natPostrouting,
    settings: model.felix,
    hasIpip,
    hasVxlan,
    tunnelDevices,
    hasNatOutgoingPool: model.pools.some(({ natOutgoing }) => natOutgoing),
    blockedCidrs: servicePrefixes(model).map(formatCidr).sort(),
    rpfSkips: rpfSkips(model, node),
  };
}

function servicePrefixes({ bgp }: CalicoModel): readonly Cidr[] {
  return [...bgp.serviceClusterIPs, ...bgp.serviceExternalIPs, ...bgp.serviceLoadBalancerIPs];
}

function rpfSkips(model: CalicoModel, node: CalicoNode): StaticInput['rpfSkips'] {
  if (model.felix.workloadSourceSpoofing !== 'Any') return [];
  return endpointsOn(model, node).flatMap((endpoint) =>
    endpoint.allowedSourcePrefixes.map((prefix) => ({
      workloadInterface: endpoint.interface,
      source: formatCidr(prefix),
    })),
  );
}
