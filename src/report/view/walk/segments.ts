/**
 * Which segment an address is on.
 */
import { cidrContains, parseCidr } from '../../../addr/cidr';
import { parseIpv4 } from '../../../addr/ipv4';
import type { Topology } from '../../model/topology';

/** @returns its place in the lab's list; that of none is the length of the list */
export function segmentOf(address: string, { segments }: Topology): number {
  const parsed = parseIpv4(address);
  const at = segments.findIndex(({ cidr }) => {
    const prefix = parseCidr(cidr);
    return prefix !== undefined && parsed !== undefined && cidrContains(prefix, parsed);
  });
  return at < 0 ? segments.length : at;
}
