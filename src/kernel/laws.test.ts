/**
 * What holds in every network, whatever is sent and whatever breaks meanwhile: every packet has one
 * fate, no TTL grows, and bytes on the wire say the same as objects.
 */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import type { Op } from '../host/op';
import { captureBytes } from '../wire/capture/capture';
import { NO_OPTIONS } from '../wire/ipv4';
import type { Netns } from './netns';
import type { Network } from './network';
import { applyOp } from './ops/apply-op';
import { OpError } from './ops/op-error';
import { arping, sendFrame } from './programs/arping';
import { ping } from './programs/ping';
import { tcpConnect } from './programs/tcp-connect';
import { traceroute } from './programs/traceroute';
import { udpEcho } from './programs/udp-echo';
import { type Shape, smallNetwork } from './testing/small-network';
import { checkTrace } from './testing/trace-law';

/** Numbers that choose among what is there; the network decides what they mean. */
interface Action {
  readonly kind: 'ping' | 'udp' | 'tcp' | 'traceroute' | 'arping' | 'fragment';
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly ttl: number | undefined;
  readonly df: 'do' | 'want' | 'dont';
  readonly count: number;
}

interface Fault {
  readonly host: number;
  readonly pick: number;
  readonly kind:
    | 'link-down'
    | 'link-up'
    | 'link-delete'
    | 'link-mtu'
    | 'link-mac'
    | 'route-delete'
    | 'address-delete'
    | 'neighbour-flush'
    | 'sysctl';
  /** Into the action that follows. */
  readonly afterMs: number;
}

const SYSCTLS = [
  ['net.ipv4.ip_forward', '0'],
  ['net.ipv4.conf.all.rp_filter', '1'],
  ['net.ipv4.conf.all.rp_filter', '2'],
  ['net.ipv4.conf.all.arp_ignore', '8'],
  ['net.ipv4.conf.all.proxy_arp', '1'],
  ['net.ipv4.conf.all.route_localnet', '1'],
  ['net.ipv4.icmp_ratelimit', '0'],
  ['net.ipv4.ipfrag_time', '1'],
] as const;

const TARGETS = ['10.1.1.77', '10.9.9.9', '10.0.0.77', '127.0.0.1', '255.255.255.255'];

const shape: fc.Arbitrary<Omit<Shape, 'wireMode'>> = fc.record({
  seed: fc.nat(1000),
  lossPercent: fc.constantFrom(0, 0, 0, 20),
  encapsulation: fc.constantFrom('none', 'ipip', 'vxlan'),
  nodes: fc.array(fc.record({ segment: fc.constantFrom(0, 1), pods: fc.nat(2) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('ping', 'ping', 'udp', 'tcp', 'traceroute', 'arping', 'fragment'),
  from: fc.nat(50),
  to: fc.nat(50),
  size: fc.oneof(fc.constantFrom(0, 56, 1400, 1472, 1473), fc.nat(4000)),
  ttl: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  df: fc.constantFrom('do', 'want', 'dont'),
  count: fc.integer({ min: 1, max: 4 }),
});

const fault: fc.Arbitrary<Fault> = fc.record({
  host: fc.nat(50),
  pick: fc.nat(50),
  kind: fc.constantFrom(
    'link-down',
    'link-up',
    'link-delete',
    'link-mtu',
    'link-mac',
    'route-delete',
    'address-delete',
    'neighbour-flush',
    'sysctl',
  ),
  afterMs: fc.nat(1500),
});

const story = fc.array(fc.tuple(fc.array(fault, { maxLength: 2 }), action), {
  minLength: 1,
  maxLength: 4,
});

type Story = readonly (readonly [readonly Fault[], Action])[];

function pickFrom<Value>(values: readonly Value[], number: number): Value | undefined {
  return values[number % Math.max(1, values.length)];
}

function addressesOf(network: Network): readonly string[] {
  const own = [...network.hosts.values()].flatMap(({ devices }) =>
    [...devices.values()].flatMap(({ addresses }) => addresses.map(({ address }) => address)),
  );
  return [...own.map((address) => String(address)), ...TARGETS.map((text) => String(ipv4(text)))];
}

function opOf(host: Netns, { kind, pick }: Fault): Op | undefined {
  const device = pickFrom([...host.devices.values()], pick);
  const route = pickFrom(host.fib.routes('main'), pick);
  const [path, value] = pickFrom(SYSCTLS, pick) ?? SYSCTLS[0];
  if (kind === 'sysctl') return { kind, path, value };
  if (kind === 'route-delete') return route && { kind, route };
  if (device === undefined || (kind === 'link-delete' && device.name === 'lo')) return undefined;
  const { name } = device;
  if (kind === 'link-mtu') return { kind, device: name, mtu: 600 + 20 * pick };
  if (kind === 'link-mac') return { kind, device: name, mac: mac('02:ff:00:00:00:01') };
  if (kind !== 'address-delete') return { kind, device: name };
  const [address] = device.addresses;
  return address && { kind, device: name, address };
}

function strike(network: Network, fault: Fault): void {
  const host = pickFrom([...network.hosts.values()], fault.host);
  const op = host && opOf(host, fault);
  if (host === undefined || op === undefined) return;
  try {
    applyOp(host, op);
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
  }
}

function act(network: Network, { kind, from, to: target, size, ttl, df, count }: Action): void {
  const hosts = [...network.hosts.values()];
  const netns = pickFrom(hosts, from);
  const to = ipv4FromText(pickFrom(addressesOf(network), target));
  if (netns === undefined) return;
  const server = hosts.find((host) => host.hasAddress(to));
  const listening = server && target % 3 > 0 ? { netns: server, port: 80 } : undefined;
  const device = pickFrom([...netns.devices.values()].slice(1), target);
  const common = { to, port: 80, sourcePort: undefined, timeoutMs: 1500 };
  switch (kind) {
    case 'ping':
      ping(netns, {
        ...common,
        count,
        intervalMs: 300,
        size,
        ttl,
        df,
        source: undefined,
        icmpId: 7,
      });
      return;
    case 'udp':
      udpEcho(netns, listening, { ...common, size, df });
      return;
    case 'tcp':
      tcpConnect(netns, listening, { ...common, mode: count > 2 ? 'exchange' : 'handshake' });
      return;
    case 'traceroute':
      traceroute(netns, {
        to,
        method: count > 2 ? 'udp' : 'icmp',
        maxHops: 4,
        probes: 1,
        waitMs: 500,
        size: 60,
      });
      return;
    case 'arping':
      if (device?.driver.hasLinkLayer !== true) return;
      arping(device, {
        target: to,
        sender: device.addresses[0]?.address ?? to,
        operation: 'request',
        unicastTo: undefined,
        senderMac: undefined,
        count,
        waitMs: 100,
      });
      return;
    case 'fragment':
      if (device?.driver.hasLinkLayer !== true) return;
      sendFrame(device, mac('ee:ee:ee:ee:ee:ee'), {
        kind: 'ipv4',
        tos: 0,
        id: 9,
        dontFragment: false,
        moreFragments: count > 1,
        fragmentOffset: 8 * (size >> 4),
        ttl: ttl ?? 64,
        protocol: 17,
        source: device.addresses[0]?.address ?? to,
        destination: to,
        options: NO_OPTIONS,
        payload: { kind: 'data', bytes: new Uint8Array(8 * count) },
      });
      return;
  }
}

function ipv4FromText(bits: string | undefined) {
  return ipv4(
    [24, 16, 8, 0].map((shift) => ((Number(bits ?? 0) >>> shift) & 0xff).toString()).join('.'),
  );
}

/** Plays the story and lets a minute pass. */
function play(shape: Shape, story: Story): Network {
  const network = smallNetwork(shape);
  for (const [faults, action] of story) {
    for (const fault of faults) {
      network.scheduler.after(fault.afterMs * 1000, () => strike(network, fault));
    }
    act(network, action);
  }
  network.scheduler.runUntil(network.nowUs + 60_000_000);
  return network;
}

function seenIn({ frames }: Network): readonly string[] {
  return frames.map(({ host, device, direction, atUs, frame }) => {
    const bytes = Array.from(captureBytes(frame), (byte) => byte.toString(16).padStart(2, '0'));
    return `${atUs} ${host} ${device} ${direction} ${bytes.join('')}`;
  });
}

describe('in every network, whatever is sent and whatever breaks', () => {
  it('every packet has one fate, and no TTL grows', () => {
    fc.assert(
      fc.property(shape, story, (shape, story) => {
        const network = play({ ...shape, wireMode: false }, story);
        for (const trace of network.traces) checkTrace(trace, network.nowUs);
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('frames that went by way of bytes are the frames that went as objects', () => {
    fc.assert(
      fc.property(shape, story, (shape, story) => {
        const [objects, bytes] = [false, true].map((wireMode) =>
          seenIn(play({ ...shape, wireMode }, story)),
        );
        expect(bytes).to.deep.equal(objects);
      }),
      { numRuns: 100 },
    );
  }).timeout(20_000);
});
