/** What one host did with one packet, and why, in order. */
import type { JSX } from 'preact';
import type { Walk } from '../../model/walk';

export interface DecisionsViewProps {
  readonly walk: Walk;
  /** The id of a packet of the walk. */
  readonly packet: number;
  /** A place among its hops, from 0. */
  readonly hop: number;
}

export function DecisionsView({ walk, packet, hop }: DecisionsViewProps): JSX.Element | null {
  const found = walk.packets.find(({ id }) => id === packet)?.hops[hop];
  return found === undefined ? null : <section class="decisions-hop">{found.host}</section>;
}
