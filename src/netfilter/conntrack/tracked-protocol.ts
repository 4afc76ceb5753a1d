/**
 * How the tracker follows one protocol (`struct nf_conntrack_l4proto`); `protocols/` has one file
 * for each.
 */
import type { Ipv4Packet } from '../../wire/ipv4';
import type { Connection, Direction } from './connection';

/**
 * What a packet means to its connection. `invalid`: it cannot be the connection's. `restart`: the
 * connection is over, and the packet begins another.
 */
export type Progress = 'valid' | 'invalid' | 'restart' | 'closed';

export interface TrackedProtocol {
  /** As `conntrack -L` names it. */
  readonly name: string;
  /** Whether the packet may begin a connection; prepares the connection where it may. */
  begin(connection: Connection, packet: Ipv4Packet, nowUs: number): boolean;
  /** A packet of the connection, its first one included: sets state and expiry. */
  advance(
    connection: Connection,
    packet: Ipv4Packet,
    direction: Direction,
    nowUs: number,
  ): Progress;
}

export const SECOND_US = 1_000_000;
