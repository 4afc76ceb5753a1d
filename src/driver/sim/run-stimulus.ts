/**
 * Sends what a scenario wants sent, by the kernel's own programs, and says what came of it.
 */
import { BROADCAST_MAC, formatMac } from '../../addr/mac';
import { describePingError, renderPing } from '../../commands/ping/render-ping';
import { renderTraceroute } from '../../commands/traceroute/render-traceroute';
import { VethDriver } from '../../kernel/devices/veth';
import type { Netns } from '../../kernel/netns';
import type { Network } from '../../kernel/network';
import { arping, sendFrame } from '../../kernel/programs/arping';
import { type PingRun, ping } from '../../kernel/programs/ping';
import { type TcpConnectRun, tcpConnect } from '../../kernel/programs/tcp-connect';
import { traceroute } from '../../kernel/programs/traceroute';
import { type UdpEchoRun, udpEcho } from '../../kernel/programs/udp-echo';
import { NO_OPTIONS, PROTOCOL_ICMP } from '../../wire/ipv4';
import type {
  ArpingOutcome,
  ArpingStimulus,
  CommandStimulus,
  ConnectOutcome,
  ConnectStimulus,
  InjectOutcome,
  InjectStimulus,
  Outcome,
  PingOutcome,
  PingStimulus,
  Stimulus,
  TracerouteOutcome,
  TracerouteStimulus,
} from '../stimulus';
import { connectErrorText, pingLocalErrorTexts } from './error-texts';
import { beginObservation } from './observation';

type Program = {
  readonly [Kind in PacketStimulus['kind']]: (
    from: Netns,
    stimulus: Extract<PacketStimulus, { kind: Kind }>,
  ) => Bare<Extract<Outcome, { kind: Kind }>>;
};

/** What one of the kernel's own programs sends. */
type PacketStimulus = Exclude<Stimulus, CommandStimulus>;

/** An outcome before the packets are gathered. */
type Bare<O extends Outcome> = Omit<O, 'traces' | 'frames'>;

const PROGRAMS: Program = {
  ping: runPing,
  traceroute: runTraceroute,
  arping: runArping,
  connect: runConnect,
  inject: runInject,
};

export function runStimulus(network: Network, from: Netns, stimulus: PacketStimulus): Outcome {
  const endObservation = beginObservation(network);
  const program = PROGRAMS[stimulus.kind] as (from: Netns, stimulus: Stimulus) => Bare<Outcome>;
  const bare = program(from, stimulus);
  return { ...bare, ...endObservation() } as Outcome;
}

function runPing(from: Netns, stimulus: PingStimulus): Bare<PingOutcome> {
  const run = ping(from, stimulus);
  const { stdout, stderr, exit } = renderPing(run);
  return {
    kind: 'ping',
    stimulus,
    output: stdout + stderr,
    exit,
    sent: run.sent,
    received: run.received,
    replies: repliesOf(run),
    errors: run.events.flatMap((event) =>
      event.kind === 'error' ? [{ ...event.error, text: describePingError(event.error) }] : [],
    ),
    localErrors: pingLocalErrorTexts(stderr),
  };
}

function repliesOf({ events }: PingRun): PingOutcome['replies'] {
  return events.flatMap((event) => (event.kind === 'reply' ? [event.reply] : []));
}

function runTraceroute(from: Netns, stimulus: TracerouteStimulus): Bare<TracerouteOutcome> {
  const run = traceroute(from, { ...stimulus, probes: 1, waitMs: 5000, size: 60 });
  const { stdout, stderr, exit } = renderTraceroute(run);
  return {
    kind: 'traceroute',
    stimulus,
    output: stdout + stderr,
    exit,
    hops: run.hops.map(({ ttl, answers }) => ({ ttl, from: answers[0]?.from })),
  };
}

function runArping(from: Netns, stimulus: ArpingStimulus): Bare<ArpingOutcome> {
  const device = from.devices.get(stimulus.device);
  if (device === undefined) {
    const output = `arping: Device ${stimulus.device} not available.\n`;
    return { kind: 'arping', stimulus, output, exit: 2, answers: [] };
  }
  const answers = arping(device, {
    target: stimulus.target,
    sender: device.addresses[0]?.address ?? stimulus.target,
    operation: 'request',
    unicastTo: undefined,
    senderMac: undefined,
    count: stimulus.count,
    waitMs: 1000,
  }).flat();
  const macs = answers.map(formatMac);
  const output = `Received ${macs.length} response(s)\n`;
  return { kind: 'arping', stimulus, output, exit: macs.length > 0 ? 0 : 1, answers: macs };
}

function runConnect(from: Netns, stimulus: ConnectStimulus): Bare<ConnectOutcome> {
  const server = whoHas(from.network, stimulus);
  const run =
    stimulus.protocol === 'tcp'
      ? tcpConnect(from, server, { ...stimulus, mode: 'exchange' })
      : udpEcho(from, server, { ...stimulus, size: 16, df: 'want' });
  const error = connectErrorText(run.error);
  const connected = isConnected(run);
  return {
    kind: 'connect',
    stimulus,
    output: connected ? 'connected\n' : `${error ?? 'Connection timed out'}\n`,
    exit: connected ? 0 : 1,
    connected,
    serverSaw: run.serverSaw,
    error: connected ? undefined : (error ?? 'Connection timed out'),
  };
}

function isConnected(run: TcpConnectRun | UdpEchoRun): boolean {
  return run.echoedBytes !== undefined;
}

/** The server listens on the host that has the address; where nobody has it, nobody listens. */
function whoHas(
  network: Network,
  { to, port }: ConnectStimulus,
): { readonly netns: Netns; readonly port: number } | undefined {
  for (const netns of network.hosts.values()) {
    if (netns.hasAddress(to)) return { netns, port };
  }
  return undefined;
}

function runInject(from: Netns, stimulus: InjectStimulus): Bare<InjectOutcome> {
  const device = from.devices.get('eth0') ?? [...from.devices.values()][1];
  if (device !== undefined) {
    const otherEnd = device.driver instanceof VethDriver ? device.driver.peer?.mac : undefined;
    sendFrame(device, otherEnd ?? BROADCAST_MAC, {
      kind: 'ipv4',
      tos: 0,
      id: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      ttl: stimulus.ttl,
      protocol: PROTOCOL_ICMP,
      source: stimulus.source,
      destination: stimulus.to,
      options: NO_OPTIONS,
      payload: { kind: 'icmp-echo', type: 'request', id: 7, sequence: 1, data: new Uint8Array(56) },
    });
  }
  return { kind: 'inject', stimulus, output: '', exit: 0 };
}
