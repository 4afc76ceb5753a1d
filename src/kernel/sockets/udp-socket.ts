/**
 * UDP sockets, as far as a program that sends and receives datagrams needs them (udp(7)).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { IcmpError } from '../../wire/icmp';
import { PROTOCOL_UDP } from '../../wire/ipv4';
import type { UdpDatagram } from '../../wire/udp';
import type { Netns } from '../netns';
import { type PmtuDiscovery, type SendError, sendPacket } from '../programs/send-packet';
import type { Skb } from '../skb';
import type { UdpSocket } from './socket-table';

export interface UdpOptions {
  /** `undefined`: any port that is free. */
  readonly port: number | undefined;
  readonly remote: { readonly address: Ipv4; readonly port: number } | undefined;
  readonly df: PmtuDiscovery | undefined;
  /** Bound to this address; else the route chooses. */
  readonly source?: Ipv4 | undefined;
  readonly tos?: number | undefined;
  readonly onDatagram: (skb: Skb, datagram: UdpDatagram) => void;
  readonly onError: (skb: Skb, error: IcmpError) => void;
}

export interface OpenUdpSocket {
  readonly port: number;
  send(
    to: { readonly address: Ipv4; readonly port: number },
    bytes: Uint8Array,
    ttl?: number,
  ): SendError | undefined;
  close(): void;
}

export function openUdp(netns: Netns, options: UdpOptions): OpenUdpSocket {
  const { sockets } = netns;
  const port = options.port ?? sockets.freePort((low, high) => netns.random.between(low, high));
  const socket: UdpSocket = {
    remote: options.remote,
    receive: options.onDatagram,
    fail: options.onError,
  };
  sockets.udp.set(port, socket);
  return {
    port,
    send: (to, bytes, ttl) =>
      sendPacket(netns, {
        destination: to.address,
        source: options.source,
        ttl,
        tos: options.tos,
        protocol: PROTOCOL_UDP,
        df: options.df,
        isConnected: options.remote !== undefined,
        hearsErrors: false,
        payload: {
          kind: 'udp',
          sourcePort: port,
          destinationPort: to.port,
          hasChecksum: true,
          payload: { kind: 'data', bytes },
        },
      }),
    close: () => {
      if (sockets.udp.get(port) === socket) sockets.udp.delete(port);
    },
  };
}
