/**
 * One TCP connection to a server that listens or does not: whom the server saw, and what the client
 * was told.
 */
import type { Ipv4 } from '../../addr/ipv4';
import { TCP_SYN } from '../../wire/tcp';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import { TcpConnection, type TcpError } from '../sockets/tcp-connection';
import { sendReset } from '../sockets/tcp-reset';

export interface TcpConnectOptions {
  readonly to: Ipv4;
  readonly port: number;
  readonly sourcePort: number | undefined;
  readonly timeoutMs: number;
  /** `handshake`: three segments and a reset; `exchange`: five bytes each way and a close. */
  readonly mode: 'handshake' | 'exchange';
}

export interface TcpConnectRun {
  readonly sourcePort: number;
  readonly serverSaw: { readonly address: Ipv4; readonly port: number } | undefined;
  readonly echoedBytes: number | undefined;
  readonly error: TcpError | undefined;
}

const HELLO = Uint8Array.from('hello', (letter) => letter.charCodeAt(0));
const WORLD = Uint8Array.from('world', (letter) => letter.charCodeAt(0));
/** From the segment that a program waits for to what it says to it. */
const WAKE_UP_US = 50;
/** Time for the last segments to arrive. */
const LINGER_US = 50_000;

export function tcpConnect(
  client: Netns,
  server: { readonly netns: Netns; readonly port: number } | undefined,
  options: TcpConnectOptions,
): TcpConnectRun {
  const { scheduler } = client.network;
  const { to, port } = options;
  const draw = (low: number, high: number) => client.random.between(low, high);
  const sourcePort = options.sourcePort ?? client.sockets.freePort(draw);
  const route = routeOutput(client, { destination: to });
  if (route.type === 'error') {
    return { sourcePort, serverSaw: undefined, echoedBytes: undefined, error: route.error };
  }
  let serverSaw: TcpConnectRun['serverSaw'];
  let echoedBytes: number | undefined;
  let error: TcpError | undefined;
  const stopListening =
    server &&
    listen(server, (address, clientPort) => {
      serverSaw = { address, port: clientPort };
    });
  const local = { localAddress: route.source, localPort: sourcePort, address: to, port };
  const connection = new TcpConnection(client, local, 'syn-sent', {
    onEstablished: (self) => {
      if (options.mode === 'exchange') scheduler.after(WAKE_UP_US, () => self.send(HELLO));
    },
    onData: (_self, bytes) => {
      echoedBytes = bytes.length;
    },
    onEnd: () => undefined,
    onError: (reason) => {
      error = reason;
    },
  });
  connection.connect();
  scheduler.runUntil(
    scheduler.nowUs + options.timeoutMs * 1000,
    () => error !== undefined || isDone(options.mode, serverSaw, echoedBytes),
  );
  scheduler.runUntil(scheduler.nowUs + WAKE_UP_US);
  const isOpen = connection.state !== 'syn-sent' && error === undefined;
  if (!isOpen && error === undefined) error = 'ETIMEDOUT';
  if (options.mode === 'exchange' && isOpen) connection.close();
  else connection.abort();
  scheduler.runUntil(scheduler.nowUs + LINGER_US);
  stopListening?.();
  return { sourcePort, serverSaw, echoedBytes, error };
}

function isDone(
  mode: TcpConnectOptions['mode'],
  serverSaw: TcpConnectRun['serverSaw'],
  echoedBytes: number | undefined,
): boolean {
  return mode === 'handshake' ? serverSaw !== undefined : echoedBytes !== undefined;
}

/** A server that greets back and closes after its client. @returns what stops it */
function listen(
  { netns, port }: { readonly netns: Netns; readonly port: number },
  onClient: (address: Ipv4, port: number) => void,
): () => void {
  const clients: TcpConnection[] = [];
  netns.sockets.tcpListeners.set(port, {
    receive: (skb, segment) => {
      if (segment.flags !== TCP_SYN) {
        sendReset(netns, skb, segment, false);
        return;
      }
      const peer = {
        localAddress: skb.packet.destination,
        localPort: port,
        address: skb.packet.source,
        port: segment.sourcePort,
      };
      const connection = new TcpConnection(netns, peer, 'syn-received', {
        onEstablished: () => onClient(peer.address, peer.port),
        onData: (self) => {
          netns.network.scheduler.after(WAKE_UP_US, () => self.send(WORLD));
        },
        onEnd: (self) => self.close(),
        onError: () => undefined,
      });
      clients.push(connection);
      connection.accept(segment);
    },
    fail: () => undefined,
  });
  return () => {
    netns.sockets.tcpListeners.delete(port);
    for (const client of clients) client.forgetUnlessAccepted();
  };
}
