/**
 * The VXLAN header (RFC 7348, section 5): eight bytes between the outer UDP header and the inner
 * Ethernet frame. Linux: drivers/net/vxlan/vxlan_core.c.
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |R R R R I R R R|                   reserved                    |
 *    +---------------+---------------+---------------+---------------+
 *    |        VXLAN network identifier (VNI)         |   reserved    |
 *    +---------------+---------------+---------------+---------------+
 */
import { type Codec, malformed } from './codec';
import type { Frame } from './ethernet';

export interface VxlanPacket {
  readonly kind: 'vxlan';
  readonly vni: number;
  readonly inner: Frame;
}

export interface VxlanHeader {
  readonly vni: number;
}

/** The UDP port that IANA gave VXLAN, and that Calico uses. (`ip link add` alone takes 8472.) */
export const VXLAN_PORT = 4789;

/** The header's length in bytes. */
export const VXLAN_SIZE = 8;

const VNI_IS_VALID = 0x08_00_00_00;

export const vxlan: Codec<VxlanHeader> = {
  size: () => VXLAN_SIZE,

  write(header, view, at) {
    view.setUint32(at, VNI_IS_VALID);
    view.setUint32(at + 4, header.vni << 8);
  },

  read(view, at, end) {
    if (end < at + VXLAN_SIZE) return malformed('HDR_TRUNC');
    // Like vxlan_rcv(): without the I flag there is no VNI to look up, and a bit that the device
    // was not told to expect makes the header another protocol's.
    if (view.getUint32(at) !== VNI_IS_VALID) return malformed('VXLAN_INVALID_HDR');
    if (view.getUint8(at + 7) !== 0) return malformed('VXLAN_INVALID_HDR');
    return { vni: view.getUint32(at + 4) >>> 8 };
  },
};
