/**
 * Devices as lines of `ip -batch` (ip-link(8)).
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import type { LinkSpec } from '../../../host/op';
import type { PrintContext } from './print-op';

export function linkAddLines(link: LinkSpec, context: PrintContext): readonly string[] {
  switch (link.kind) {
    case 'veth': {
      const { peer } = link;
      return [
        `link add name ${link.name} address ${formatMac(link.mac)} mtu ${link.mtu} type veth ` +
          `peer name ${peer.name} address ${formatMac(peer.mac)} mtu ${peer.mtu} ` +
          `netns ${context.namespaceOf(peer.netns)}`,
      ];
    }
    case 'ipip':
      return [
        // The kernel's own is in every namespace from the beginning, and only has to be found.
        ...(context.ipip === 'kernel' ? [] : [`tuntap add dev ${link.name} mode tun`]),
        `link set dev ${link.name} mtu ${link.mtu}`,
      ];
    case 'vxlan':
      return [
        `link add name ${link.name} address ${formatMac(link.mac)} mtu ${link.mtu} type vxlan ` +
          `id ${link.vni} local ${formatIpv4(link.local)} dev ${link.device} ` +
          `dstport ${link.port} nolearning`,
      ];
  }
}
