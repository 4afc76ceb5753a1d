/**
 * One datagram to a server that sends back as many bytes: who the server thinks it was, and whether
 * the answer came.
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { Netns } from '../netns';
import { openUdp } from '../sockets/udp-socket';
import type { PmtuDiscovery, SendError } from './send-packet';

export interface UdpEchoOptions {
  readonly to: Ipv4;
  readonly port: number;
  readonly sourcePort: number | undefined;
  readonly size: number;
  readonly df: PmtuDiscovery | undefined;
  readonly timeoutMs: number;
}

export interface UdpEchoRun {
  readonly sourcePort: number;
  readonly serverSaw: { readonly address: Ipv4; readonly port: number } | undefined;
  readonly echoedBytes: number | undefined;
  /** What the server's host refused of the answer. */
  readonly serverError: SendError | undefined;
  /** An ICMP error about the datagram, or what the own host refused. */
  readonly error:
    | SendError
    | { readonly kind: 'icmp'; readonly type: number; readonly code: number }
    | undefined;
}

/** @param server where a socket listens on `serverPort`; nobody listens where it is `undefined` */
export function udpEcho(
  client: Netns,
  server: { readonly netns: Netns; readonly port: number } | undefined,
  options: UdpEchoOptions,
): UdpEchoRun {
  const { scheduler } = client.network;
  let serverSaw: UdpEchoRun['serverSaw'];
  let echoedBytes: number | undefined;
  let error: UdpEchoRun['error'];
  let serverError: SendError | undefined;
  const listener =
    server &&
    listen(server, (address, port, refusal) => {
      serverSaw = { address, port };
      serverError = refusal;
    });
  const socket = openUdp(client, {
    port: options.sourcePort,
    remote: { address: options.to, port: options.port },
    df: options.df,
    onDatagram: (_skb, { payload }) => {
      echoedBytes = payload.kind === 'data' ? payload.bytes.length : 0;
    },
    onError: (_skb, { type, code }) => {
      error = { kind: 'icmp', type, code };
    },
  });
  const bytes = new Uint8Array(options.size).fill('x'.charCodeAt(0));
  error = socket.send({ address: options.to, port: options.port }, bytes);
  const untilUs = scheduler.nowUs + options.timeoutMs * 1000;
  scheduler.runUntil(
    untilUs,
    () => echoedBytes !== undefined || (error ?? serverError) !== undefined,
  );
  socket.close();
  listener?.close();
  return { sourcePort: socket.port, serverSaw, echoedBytes, serverError, error };
}

function listen(
  server: { readonly netns: Netns; readonly port: number },
  onClient: (address: Ipv4, port: number, refusal: SendError | undefined) => void,
): { close(): void } {
  const socket = openUdp(server.netns, {
    port: server.port,
    remote: undefined,
    df: undefined,
    onDatagram: ({ packet }, datagram) => {
      const answer = datagram.payload.kind === 'data' ? datagram.payload.bytes : new Uint8Array(0);
      const client = { address: packet.source, port: datagram.sourcePort };
      onClient(client.address, client.port, socket.send(client, answer));
    },
    onError: () => undefined,
  });
  return socket;
}
