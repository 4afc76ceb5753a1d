/**
 * The address of a node's tunnel device (node/pkg/allocateip/allocateip.go): from the first pool that
 * encapsulates so, allows the use and selects the node. A node without blocks claims one for it, so
 * tunl0 usually has the block's first address.
 */
import { cidrContains } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import type { CalicoNode, IpPool } from '../model';
import type { Ipam, IpamSettings } from './ipam';

export type TunnelKind = 'ipip' | 'vxlan';

/** `ipip-tunnel-addr-k8s-w1` */
function tunnelHandle(kind: TunnelKind, node: string): string {
  return `${kind}-tunnel-addr-${node}`;
}

/**
 * Keeps the address that the node has while a pool for it is there, gives it back where none is, and
 * assigns one where the node has none. `undefined`: the node needs none, or none was to be had.
 */
export function ensureTunnelAddress(
  ipam: Ipam,
  kind: TunnelKind,
  node: Pick<CalicoNode, 'name' | 'labels'>,
  settings: IpamSettings,
): Ipv4 | undefined {
  const handle = tunnelHandle(kind, node.name);
  const pools = settings.pools.filter((pool) => suits(pool, kind, node));
  const [held] = ipam.addressesOf(handle);
  if (held !== undefined) {
    if (pools.some(({ cidr }) => cidrContains(cidr, held))) return held;
    ipam.releaseHandle(handle, settings.pools);
  }
  if (pools.length === 0) return undefined;
  const { addresses } = ipam.autoAssign(
    {
      node,
      use: 'Tunnel',
      count: 1,
      requestedPools: pools.map(({ cidr }) => cidr),
      handle,
      attributes: { node: node.name, type: `${kind}TunnelAddress` },
    },
    settings,
  );
  return addresses[0];
}

/** The node is gone: kube-controllers frees its addresses (kube-controllers/pkg/controllers/node/ipam.go). */
export function releaseTunnelAddresses(ipam: Ipam, node: string, pools: readonly IpPool[]): void {
  for (const kind of ['ipip', 'vxlan'] as const)
    ipam.releaseHandle(tunnelHandle(kind, node), pools);
}

function suits(pool: IpPool, kind: TunnelKind, { labels }: Pick<CalicoNode, 'labels'>): boolean {
  const mode = kind === 'ipip' ? pool.ipipMode : pool.vxlanMode;
  const isUsable = !pool.disabled && pool.allowedUses.includes('Tunnel');
  return mode !== 'Never' && isUsable && pool.nodeSelector(labels);
}
