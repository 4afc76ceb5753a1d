/**
 * UDP (RFC 768). A datagram to port 4789 carries VXLAN. Linux: net/ipv4/udp.c.
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |          source port          |       destination port        |
 *    +---------------+---------------+---------------+---------------+
 *    |            length             |           checksum            |
 *    +---------------+---------------+---------------+---------------+
 */
import { type Codec, malformed } from './codec';
import type { Data } from './ipv4';
import type { VxlanPacket } from './vxlan';

export interface UdpDatagram {
  readonly kind: 'udp';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Whether the checksum field is filled in (zero on the wire where not). */
  readonly hasChecksum: boolean;
  readonly payload: Data | VxlanPacket;
}

export interface UdpHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Header and payload, in bytes. */
  readonly length: number;
  /** Zero where the sender made none. */
  readonly checksum: number;
}

/** The header's length in bytes. */
export const UDP_SIZE = 8;

export const udp: Codec<UdpHeader> = {
  size: () => UDP_SIZE,

  write(header, view, at) {
    view.setUint16(at, header.sourcePort);
    view.setUint16(at + 2, header.destinationPort);
    view.setUint16(at + 4, header.length);
    view.setUint16(at + 6, header.checksum);
  },

  read(view, at, end) {
    if (end < at + UDP_SIZE) return malformed('HDR_TRUNC');
    const length = view.getUint16(at + 4);
    // As __udp4_lib_rcv(): `short_packet`.
    if (length < UDP_SIZE || end < at + length) return malformed('PKT_TOO_SMALL');
    return {
      sourcePort: view.getUint16(at),
      destinationPort: view.getUint16(at + 2),
      length,
      checksum: view.getUint16(at + 6),
    };
  },
};
