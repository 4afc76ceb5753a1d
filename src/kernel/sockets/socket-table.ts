/**
 * The sockets of one network namespace: whom a packet that has arrived is for.
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { IcmpEcho, IcmpError } from '../../wire/icmp';
import type { TcpSegment } from '../../wire/tcp';
import type { UdpDatagram } from '../../wire/udp';
import type { Skb } from '../skb';

/** A raw ICMP socket sees every ICMP packet that arrives (raw(7)). */
export type IcmpSocket = (skb: Skb, message: IcmpEcho | IcmpError) => void;

export interface UdpSocket {
  /** `undefined` where the socket is not connected and takes datagrams from everybody. */
  readonly remote: { readonly address: Ipv4; readonly port: number } | undefined;
  receive(skb: Skb, datagram: UdpDatagram): void;
  /** An error about a datagram that this socket sent; errno as `sendto` would return it. */
  fail(skb: Skb, error: IcmpError): void;
}

export interface TcpEndpoint {
  receive(skb: Skb, segment: TcpSegment): void;
  fail(skb: Skb, error: IcmpError): void;
}

/** The local port range (ip_local_port_range). */
const EPHEMERAL_MIN = 32_768;
const EPHEMERAL_MAX = 60_999;

export class SocketTable {
  readonly icmp = new Set<IcmpSocket>();
  readonly udp = new Map<number, UdpSocket>();
  readonly tcpListeners = new Map<number, TcpEndpoint>();
  readonly #connections = new Map<string, TcpEndpoint>();

  /** A connection by its local port and its peer. */
  connection(port: number, peer: Ipv4, peerPort: number): TcpEndpoint | undefined {
    return this.#connections.get(`${port} ${peer} ${peerPort}`);
  }

  addConnection(port: number, peer: Ipv4, peerPort: number, endpoint: TcpEndpoint): void {
    this.#connections.set(`${port} ${peer} ${peerPort}`, endpoint);
  }

  deleteConnection(port: number, peer: Ipv4, peerPort: number): void {
    this.#connections.delete(`${port} ${peer} ${peerPort}`);
  }

  /** A local port that nobody has. @param draw the dice, a whole number between two others */
  freePort(draw: (low: number, high: number) => number): number {
    for (;;) {
      const port = draw(EPHEMERAL_MIN, EPHEMERAL_MAX);
      if (!this.udp.has(port) && !this.tcpListeners.has(port)) return port;
    }
  }
}
