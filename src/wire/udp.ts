/**
 * UDP (RFC 768). A datagram to port 4789 carries VXLAN.
 */
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
