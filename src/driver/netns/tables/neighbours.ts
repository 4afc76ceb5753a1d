/**
 * The neighbour table as the driver shows it, from `ip -j neigh` (iproute2, ip/ipneigh.c).
 */
import { parseIpv4 } from '../../../addr/ipv4';
import { parseMac } from '../../../addr/mac';
import type { Neighbour } from '../../driver';

interface NeighbourRow {
  readonly dst: string;
  readonly dev: string;
  readonly lladdr?: string;
  readonly state?: readonly string[];
}

/** All rows but those of devices that need none. */
export function readNeighbours(json: string): readonly Neighbour[] {
  const rows: readonly NeighbourRow[] = json.trim() === '' ? [] : JSON.parse(json);
  return rows.flatMap(({ dst, dev, lladdr, state = [] }): Neighbour[] => {
    const address = parseIpv4(dst);
    const [first = 'NONE'] = state;
    if (address === undefined || first === 'NONE' || first === 'NOARP') return [];
    const mac = lladdr === undefined ? undefined : parseMac(lladdr);
    return [{ device: dev, address, mac, state: first }];
  });
}
