/**
 * TCP segments (RFC 9293, section 3.1).
 */
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
