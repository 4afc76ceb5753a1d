/**
 * The connection tracker (`nf_conntrack_in` and `__nf_conntrack_confirm`,
 * net/netfilter/nf_conntrack_core.c): which connection a packet belongs to.
 */
import type { NetfilterHost, NetfilterPacket } from '../packet';
import { Connection } from './connection';
import { ConnectionTable } from './connection-table';
import { connectionOfError } from './icmp-errors';
import { trackedProtocol } from './protocols/index';
import { invertTuple, type Tuple, tupleOf } from './tuple';

export class Tracker {
  readonly connections: ConnectionTable;
  readonly #host: NetfilterHost;

  constructor(host: NetfilterHost) {
    this.#host = host;
    this.connections = new ConnectionTable(() => host.nowUs);
  }

  /** At prerouting and output: says what the packet is to its connection, or begins one. */
  track(packet: NetfilterPacket): void {
    // Seen already, on its way over lo; or a rule said that it is not to be looked at.
    if (packet.ctState !== undefined) return;
    packet.ctState = 'invalid';
    const { payload } = packet.packet;
    if (payload.kind === 'icmp-error') {
      const related = connectionOfError(this.connections, packet.packet, payload);
      if (related === undefined) return;
      packet.connection = related.connection;
      packet.ctDirection = related.direction;
      packet.ctState = 'related';
      return;
    }
    const tuple = tupleOf(packet.packet);
    if (tuple !== undefined) this.#trackTuple(packet, tuple);
  }

  /** At the end of input and postrouting. @returns false where the packet must die: a clash */
  confirm({ connection, ctDirection }: NetfilterPacket): boolean {
    if (connection === undefined || connection.isConfirmed) return true;
    if (ctDirection !== 'original' || connection.isDead) return true;
    return this.connections.confirm(connection);
  }

  #trackTuple(packet: NetfilterPacket, tuple: Tuple): void {
    const { nowUs } = this.#host;
    const protocol = trackedProtocol(tuple.protocol);
    const found = this.connections.find(tuple);
    const connection = found?.connection ?? this.#begin(packet, tuple);
    if (connection === undefined) return;
    const direction = found?.direction ?? 'original';
    switch (protocol.advance(connection, packet.packet, direction, nowUs)) {
      case 'invalid':
        return;
      case 'restart':
        this.connections.remove(connection);
        this.#trackTuple(packet, tuple);
        return;
      case 'closed':
        this.connections.remove(connection);
        break;
      case 'valid':
        break;
    }
    packet.connection = connection;
    packet.ctDirection = direction;
    packet.ctState = direction === 'reply' || connection.hasSeenReply ? 'established' : 'new';
    if (direction === 'reply') connection.hasSeenReply = true;
  }

  #begin(packet: NetfilterPacket, tuple: Tuple): Connection | undefined {
    const reply = invertTuple(tuple);
    if (reply === undefined) return undefined;
    const connection = new Connection(tuple, reply);
    const protocol = trackedProtocol(tuple.protocol);
    return protocol.begin(connection, packet.packet, this.#host.nowUs) ? connection : undefined;
  }
}
