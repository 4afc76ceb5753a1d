/**
 * The probes that traceroute sends, one kind each, and the answers that belong to them (traceroute
 * 2.1.2 of Debian, mod-udp.c and mod-icmp.c).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { IcmpEcho, IcmpError } from '../../wire/icmp';
import { PROTOCOL_ICMP, PROTOCOL_UDP } from '../../wire/ipv4';
import { quotedIcmp, quotedPorts } from '../../wire/quote';
import type { Netns } from '../netns';
import type { Skb } from '../skb';
import { openUdp } from '../sockets/udp-socket';
import { type SendError, sendPacket } from './send-packet';
import type { TracerouteOptions } from './traceroute';

const FIRST_PORT = 33_434;
const ONE_PORT = 53;
const IP_HEADER_BYTES = 20;
const HEADER_BYTES = 8;

interface Probe {
  readonly ttl: number;
  /** Counts up from 1 over all probes. */
  readonly number: number;
  readonly icmpId: number;
  readonly hear: (from: Ipv4, error: IcmpError | undefined) => void;
}

interface SentProbe {
  readonly refusal: SendError | undefined;
  close(): void;
}

export function udpProbe(netns: Netns, options: TracerouteOptions, probe: Probe): SentProbe {
  const { source, tos, df = 'dont', hasOnePort = false } = options;
  const firstPort = options.firstPort ?? (hasOnePort ? ONE_PORT : FIRST_PORT);
  const port = hasOnePort ? firstPort : firstPort + probe.number - 1;
  const socket = openUdp(netns, {
    port: undefined,
    remote: { address: options.to, port },
    df,
    source,
    tos,
    onDatagram: ({ packet }) => probe.hear(packet.source, undefined),
    onError: ({ packet }, error) => {
      const isOurs = quotedPorts(error.quoted)?.destination === port;
      if (isOurs && error.quoted.protocol === PROTOCOL_UDP) probe.hear(packet.source, error);
    },
  });
  const bytes = pattern(0, options.size - IP_HEADER_BYTES - HEADER_BYTES);
  const refusal = socket.send({ address: options.to, port }, bytes, probe.ttl);
  return { refusal, close: () => socket.close() };
}

export function icmpProbe(netns: Netns, options: TracerouteOptions, probe: Probe): SentProbe {
  const isOurs = (id: number | undefined) => id === probe.icmpId;
  const socket = ({ packet }: Skb, message: IcmpEcho | IcmpError) => {
    if (message.kind === 'icmp-error') {
      if (isOurs(quotedIcmp(message.quoted)?.id)) probe.hear(packet.source, message);
    } else if (message.type === 'reply' && isOurs(message.id)) {
      probe.hear(packet.source, undefined);
    }
  };
  netns.sockets.icmp.add(socket);
  const refusal = sendPacket(netns, {
    destination: options.to,
    source: options.source,
    ttl: probe.ttl,
    tos: options.tos,
    protocol: PROTOCOL_ICMP,
    df: options.df ?? 'dont',
    isConnected: false,
    hearsErrors: false,
    payload: {
      kind: 'icmp-echo',
      type: 'request',
      id: probe.icmpId,
      sequence: (options.firstPort ?? 1) + probe.number - 1,
      data: pattern(HEADER_BYTES, options.size - IP_HEADER_BYTES - HEADER_BYTES),
    },
  });
  return { refusal, close: () => netns.sockets.icmp.delete(socket) };
}

/** What traceroute 2.1 fills probes with (its mod-icmp.c counts the header's bytes too). */
function pattern(from: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => 0x40 + ((from + at) & 0x3f));
}
