/**
 * A cluster on a network that has no say: whatever is sent arrives as it was sent, at whoever has the
 * address, and is answered. No route, no rule and no tunnel is asked.
 */
import { formatIpv4, type Ipv4 } from '../../../src/addr/ipv4';
import type { Driver, Inventory } from '../../../src/driver/driver';
import type {
  ConnectStimulus,
  HostName,
  InjectStimulus,
  Outcome,
  PingStimulus,
  Stimulus,
} from '../../../src/driver/stimulus';
import type { CapturedFrame, Trace } from '../../../src/trace/trace';
import { type Ipv4Packet, NO_OPTIONS } from '../../../src/wire/ipv4';
import { overridden } from './overridden';

/** @param driver the living cluster that is asked for everything but packets */
export function everythingDelivered(driver: Driver): Driver {
  const frames: CapturedFrame[] = [];
  return overridden(driver, {
    run: async (stimulus) => {
      const outcome = await answered(driver, stimulus);
      frames.push(...outcome.frames);
      return outcome;
    },
    captured: async () => frames,
    neighbours: async () => [],
    connections: async () => [],
  });
}

async function answered(driver: Driver, stimulus: Stimulus): Promise<Outcome> {
  // What is typed has to be typed: it changes the cluster as well.
  if (stimulus.kind === 'command') {
    const outcome = await driver.run(stimulus);
    return outcome.traces.length === 0 ? outcome : delivered(outcome);
  }
  const inventory = await driver.inventory();
  switch (stimulus.kind) {
    case 'ping':
      return pinged(stimulus, inventory);
    case 'connect':
      return connected(stimulus, inventory);
    case 'inject':
      return injected(stimulus, inventory);
    case 'traceroute': {
      const hops = [{ ttl: 1, from: stimulus.to }];
      return { kind: 'traceroute', stimulus, ...PRINTED, traces: [], frames: [], hops };
    }
    case 'arping':
      return { kind: 'arping', stimulus, ...PRINTED, traces: [], frames: [], answers: [SOME_MAC] };
  }
}

const PRINTED = { output: '', exit: 0 };
const SOME_MAC = '02:00:00:00:00:01';
const SOME_PORT = 40_000;
const TTL = 64;
/** Nobody has 0.0.0.0. */
const NOBODY = 0 as Ipv4;

/** What was typed, with every packet of it delivered where it began. */
function delivered(outcome: Outcome): Outcome {
  const traces = outcome.traces.map((trace): Trace => {
    const host = trace.hops[0]?.host ?? outcome.stimulus.from;
    return { ...trace, hops: trace.hops.slice(0, 1), fate: { kind: 'delivered', host } };
  });
  return { ...outcome, ...PRINTED, stdout: '', stderr: '', traces, frames: [] } as Outcome;
}

function pinged(stimulus: PingStimulus, inventory: Inventory): Outcome {
  const { count, to, size } = stimulus;
  const source = stimulus.source ?? addressIn(inventory, stimulus.from);
  const exchanges = Array.from({ length: count }, (_, at) =>
    exchange(inventory, { ...stimulus, source }, at + 1),
  );
  return {
    kind: 'ping',
    stimulus,
    output: `${count} packets transmitted, ${count} received, 0% packet loss, time 0ms`,
    exit: 0,
    sent: count,
    received: count,
    replies: exchanges.map((_, at) => ({
      from: to,
      sequence: at + 1,
      ttl: TTL,
      bytes: size + ICMP_HEADER,
      roundTripUs: 0,
    })),
    errors: [],
    localErrors: [],
    ...gathered(exchanges),
  };
}

const ICMP_HEADER = 8;

function connected(stimulus: ConnectStimulus, inventory: Inventory): Outcome {
  const source = addressIn(inventory, stimulus.from);
  const serverSaw = { address: source, port: stimulus.sourcePort ?? SOME_PORT };
  return {
    kind: 'connect',
    stimulus,
    ...PRINTED,
    connected: true,
    serverSaw,
    error: undefined,
    ...gathered([exchange(inventory, { ...stimulus, source }, 1)]),
  };
}

function injected(stimulus: InjectStimulus, inventory: Inventory): Outcome {
  const exchanges = [exchange(inventory, stimulus, 1)];
  return { kind: 'inject', stimulus, ...PRINTED, ...gathered(exchanges) };
}

interface Exchanged {
  readonly traces: readonly Trace[];
  readonly frames: readonly CapturedFrame[];
}

/** A request that arrives, and its reply that does. */
function exchange(
  inventory: Inventory,
  { from, source, to }: { readonly from: HostName; readonly source: Ipv4; readonly to: Ipv4 },
  sequence: number,
): Exchanged {
  const target = ownerIn(inventory, to);
  const request = echo('request', source, to, sequence);
  const reply = echo('reply', to, source, sequence);
  const id = sequence * 2 - 1;
  return {
    traces: [
      { id, cause: undefined, sent: request, hops: [], fate: { kind: 'delivered', host: target } },
      { id: id + 1, cause: id, sent: reply, hops: [], fate: { kind: 'delivered', host: from } },
    ],
    frames: [
      seen(inventory, from, 'out', request, id),
      seen(inventory, target, 'in', request, id),
      seen(inventory, target, 'out', reply, id + 1),
      seen(inventory, from, 'in', reply, id + 1),
    ],
  };
}

function gathered(exchanges: readonly Exchanged[]): Exchanged {
  return {
    traces: exchanges.flatMap(({ traces }) => traces),
    frames: exchanges.flatMap(({ frames }) => frames),
  };
}

function echo(
  type: 'request' | 'reply',
  source: Ipv4,
  destination: Ipv4,
  sequence: number,
): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 0,
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: TTL,
    protocol: 1,
    source,
    destination,
    options: NO_OPTIONS,
    payload: { kind: 'icmp-echo', type, id: 0, sequence, data: NO_OPTIONS },
  };
}

function seen(
  { nodes }: Inventory,
  host: HostName,
  direction: 'in' | 'out',
  frame: Ipv4Packet,
  trace: number,
): CapturedFrame {
  const device = nodes.find(({ name }) => name === host)?.nic ?? 'eth0';
  return { host, device, direction, atUs: 0, frame, trace };
}

function addressIn({ nodes, outside, workloads }: Inventory, host: HostName): Ipv4 {
  const hosts = [...nodes, ...outside, ...workloads.map((it) => ({ name: it.pod, ...it }))];
  return hosts.find(({ name }) => name === host)?.address ?? NOBODY;
}

/** Whoever has the address; where nobody does, somebody of its name. */
function ownerIn({ nodes, outside, workloads }: Inventory, address: Ipv4): HostName {
  const hosts = [...nodes, ...outside, ...workloads.map((it) => ({ name: it.pod, ...it }))];
  return hosts.find((it) => it.address === address)?.name ?? formatIpv4(address);
}
