/** The protocols that the tracker follows, by IP protocol number; all others are generic. */
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../../wire/ipv4';
import type { TrackedProtocol } from '../tracked-protocol';
import { generic } from './generic';
import { icmp } from './icmp';
import { tcp } from './tcp';
import { udp } from './udp';

const PROTOCOLS: Readonly<Record<number, TrackedProtocol>> = {
  [PROTOCOL_ICMP]: icmp,
  [PROTOCOL_TCP]: tcp,
  [PROTOCOL_UDP]: udp,
};

export function trackedProtocol(number: number): TrackedProtocol {
  return PROTOCOLS[number] ?? generic;
}
