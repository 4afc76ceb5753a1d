/**
 * TCP segments (RFC 9293, section 3.1). Linux: net/ipv4/tcp_ipv4.c.
 *
 *     0               8               16              24              32
 *    +---------------+---------------+---------------+---------------+
 *    |          source port          |       destination port        |
 *    +---------------+---------------+---------------+---------------+
 *    |                        sequence number                        |
 *    +---------------+---------------+---------------+---------------+
 *    |                     acknowledgement number                    |
 *    +-------+-------+---------------+---------------+---------------+
 *    | size  |   0   |     flags     |            window             |
 *    +-------+-------+---------------+---------------+---------------+
 *    |           checksum            |      urgent pointer (0)       |
 *    +---------------+---------------+---------------+---------------+
 *    |  options, data
 */
import { type Codec, malformed, readBytes, writeBytes } from './codec';

export interface TcpSegment {
  readonly kind: 'tcp';
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledgement: number;
  /** The eight flag bits as on the wire; see `TCP_SYN` and its neighbours. */
  readonly flags: number;
  readonly window: number;
  /** Raw option bytes, a multiple of 4 long. */
  readonly options: Uint8Array;
  readonly data: Uint8Array;
}

export const TCP_FIN = 0x01;
export const TCP_SYN = 0x02;
export const TCP_RST = 0x04;
export const TCP_PSH = 0x08;
export const TCP_ACK = 0x10;

/** The header's length without options, in bytes. */
export const TCP_SIZE = 20;

/** Where the checksum stands; it covers a pseudo-header, so `encode.ts` fills it in. */
export const TCP_CHECKSUM_AT = 16;

export const tcp: Codec<TcpSegment> = {
  size: (segment) => TCP_SIZE + segment.options.length + segment.data.length,

  write(segment, view, at) {
    const headerSize = TCP_SIZE + segment.options.length;
    view.setUint16(at, segment.sourcePort);
    view.setUint16(at + 2, segment.destinationPort);
    view.setUint32(at + 4, segment.sequence);
    view.setUint32(at + 8, segment.acknowledgement);
    view.setUint8(at + 12, (headerSize >>> 2) << 4);
    view.setUint8(at + 13, segment.flags);
    view.setUint16(at + 14, segment.window);
    view.setUint32(at + TCP_CHECKSUM_AT, 0);
    writeBytes(segment.options, view, at + TCP_SIZE);
    writeBytes(segment.data, view, at + headerSize);
  },

  read(view, at, end) {
    if (end < at + TCP_SIZE) return malformed('HDR_TRUNC');
    const headerSize = (view.getUint8(at + 12) >>> 4) << 2;
    // As tcp_v4_rcv(): `bad_packet`.
    if (headerSize < TCP_SIZE || end < at + headerSize) return malformed('PKT_TOO_SMALL');
    return {
      kind: 'tcp',
      sourcePort: view.getUint16(at),
      destinationPort: view.getUint16(at + 2),
      sequence: view.getUint32(at + 4),
      acknowledgement: view.getUint32(at + 8),
      flags: view.getUint8(at + 13),
      window: view.getUint16(at + 14),
      options: readBytes(view, at + TCP_SIZE, at + headerSize),
      data: readBytes(view, at + headerSize, end),
    };
  },
};
