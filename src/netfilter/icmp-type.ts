/**
 * Type, code and id of an ICMP message, also of those that travel as bytes because this program has
 * no codec for them.
 */
import { checksum } from '../wire/checksum';
import { viewOf } from '../wire/codec';
import { ICMP_ECHO_REPLY, ICMP_ECHO_REQUEST, ICMP_SIZE } from '../wire/icmp';
import { type Ipv4Packet, PROTOCOL_ICMP } from '../wire/ipv4';

export interface IcmpType {
  readonly type: number;
  readonly code: number;
  /** Bytes 4 and 5; means something in queries only. */
  readonly id: number;
}

/** `undefined` where the packet is no ICMP message, or one with a wrong checksum. */
export function icmpTypeOf({ protocol, payload }: Ipv4Packet): IcmpType | undefined {
  if (payload.kind === 'icmp-echo') {
    const type = payload.type === 'request' ? ICMP_ECHO_REQUEST : ICMP_ECHO_REPLY;
    return { type, code: 0, id: payload.id };
  }
  if (payload.kind === 'icmp-error') {
    return { type: payload.type, code: payload.code, id: payload.rest >>> 16 };
  }
  if (protocol !== PROTOCOL_ICMP || payload.kind !== 'data') return undefined;
  const { bytes } = payload;
  if (bytes.length < ICMP_SIZE) return undefined;
  const view = viewOf(bytes);
  if (checksum(view, 0, bytes.length) !== 0) return undefined;
  return { type: view.getUint8(0), code: view.getUint8(1), id: view.getUint16(4) };
}
