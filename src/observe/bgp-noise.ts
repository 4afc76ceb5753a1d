/**
 * What BGP's own sessions keep warm between nodes. They run on a clock of their own, so where a
 * scenario has BIRD in it, its observation leaves them out.
 */
import { cidr, cidrContains } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';
import type { Scenario } from './scenario';

const UNDERLAY = cidr('192.168.0.0/16');

export function isBgpAddress({ routing }: Scenario, address: Ipv4): boolean {
  return routing === 'bird' && cidrContains(UNDERLAY, address);
}

export function isBgpNoise(scenario: Scenario, frame: Frame | Ipv4Packet): boolean {
  if (frame.kind !== 'frame' || frame.payload.kind !== 'arp') return false;
  const { senderIp, targetIp } = frame.payload;
  return isBgpAddress(scenario, senderIp) && isBgpAddress(scenario, targetIp);
}
