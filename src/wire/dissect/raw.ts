/**
 * IPv4 on a link that has no header of its own, as LINKTYPE_RAW has it.
 */
import { dissectIpv4 } from './ipv4';
import type { Reader } from './reader';

export function dissectRaw(reader: Reader): void {
  reader.protocol('raw', 'Raw packet data');
  dissectIpv4(reader);
}
