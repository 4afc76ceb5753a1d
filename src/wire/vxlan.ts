/**
 * The VXLAN header (RFC 7348, section 5): eight bytes between the outer UDP header and the inner
 * Ethernet frame. Linux: drivers/net/vxlan/vxlan_core.c.
 */
import type { Frame } from './ethernet';

export interface VxlanPacket {
  readonly kind: 'vxlan';
  readonly vni: number;
  readonly inner: Frame;
}

/** The UDP port that IANA gave VXLAN, and that Calico uses. (`ip link add` alone takes 8472.) */
export const VXLAN_PORT = 4789;
