/**
 * From frames alone, the ways of packets are those that the simulation, which knows them, wrote down.
 */
import { expect } from 'chai';
import { formatIpv4, ipv4 } from '../../../addr/ipv4';
import { Cluster } from '../../../cluster/cluster';
import { innermostPacket } from '../../../trace/packet-of';
import type { CapturedFrame, Trace } from '../../../trace/trace';
import { captureBytes } from '../../../wire/capture/capture';
import { packetLine } from '../../../wire/print';
import { connectTo, inputFile, PODS, pingTo } from '../../contract/world.contract';
import { applyTo } from '../../resources';
import { newSimDriver } from '../../sim/sim';
import type { Stimulus } from '../../stimulus';
import type { Sighting } from '../capture/sighting';
import { topologyOf } from '../host/topology';
import { Passages } from './passages';

const TEXTS = [inputFile('labs/kans.yaml'), inputFile(PODS)];

/** Of nobody who could be asked. */
const SILENT = {
  whyLost: async () => undefined,
  whyRefused: async () => undefined,
  whyNoAnswer: async () => undefined,
};

function sightingOf({ host, device, direction, atUs, frame }: CapturedFrame): Sighting {
  return { host, device, direction, atNs: BigInt(atUs) * 1000n, bytes: captureBytes(frame), frame };
}

/** The packet as it first was on a link: of what NAT made of it before, no interface knows. */
function firstSeen({ sent, hops }: Trace): Trace['sent'] {
  const steps = hops.flatMap((hop) => hop.steps);
  const seen = steps.find((step) => step.kind === 'transmit' || step.kind === 'receive');
  return seen?.frame ?? sent;
}

/** One line for each IPv4 packet: what it was, where it went, how it ended, and what it answers. */
function storiesOf(traces: readonly Trace[]): readonly string[] {
  const isSeen = ({ hops }: Trace) => hops.length > 0;
  const packets = traces.filter((trace) => innermostPacket(trace.sent) && isSeen(trace));
  return packets
    .map((trace) => {
      const { hops, fate, cause } = trace;
      const way = hops.map(({ host }) => host).join(' > ');
      const asking = traces.find(({ id }) => id === cause);
      const asked = asking && firstSeen(asking);
      const answers =
        asked !== undefined && innermostPacket(asked) ? ` answers ${packetLine(asked)}` : '';
      const where = fate?.kind === 'delivered' || fate?.kind === 'dropped' ? fate.host : '';
      return `${packetLine(firstSeen(trace))} | ${way} | ${fate?.kind} ${where}${answers}`;
    })
    .sort();
}

const STIMULI: readonly (readonly [string, Stimulus])[] = [
  ['a ping through a tunnel', pingTo('172.16.184.1', { count: 2 })],
  ['a ping that is translated', pingTo('8.8.8.8')],
  ['a ping whose TTL runs out on the way', pingTo('172.16.184.1', { ttl: 2 })],
  ['a ping to an address that nobody has', pingTo('172.16.184.99')],
  ['a ping to a node that nobody answers for', pingTo('192.168.10.77')],
  ['a TCP connection', connectTo('tcp', '172.16.184.1')],
  ['a datagram and its echo', connectTo('udp', '8.8.8.8')],
];

describe('the ways of packets, put together from what interfaces saw', () => {
  const cluster = new Cluster({ seed: 1, wireMode: false });
  for (const text of TEXTS) applyTo(cluster, text, 'test');
  const topology = topologyOf(cluster.control);

  for (const [name, stimulus] of STIMULI) {
    it(`are those of ${name}`, async () => {
      const driver = newSimDriver({ seed: 1, wire: false });
      for (const text of TEXTS) await driver.apply(text, 'test');
      const { frames, traces } = await driver.run(stimulus);
      const seen = await new Passages().read(frames.map(sightingOf), topology, SILENT);
      expect(storiesOf(seen.traces)).to.deep.equal(storiesOf(traces));
    });
  }

  it('know whose an address is, and who hears whom', () => {
    const heard = topology.peersOf({ host: 'k8s-w1', device: 'ens5' }).map(({ host }) => host);
    expect(heard.sort()).to.deep.equal(['k8s-m', 'k8s-w2', 'router']);
    for (const [host, address] of [
      ['k8s-w1', '192.168.10.101'],
      ['k8s-w1', '172.16.158.0'],
      ['default/pod1', '172.16.158.1'],
      ['router', '8.8.8.1'],
    ] as const) {
      expect(topology.owns(host, ipv4(address)), `${host} ${address}`).to.equal(true);
    }
    expect(
      topology.owns('k8s-w2', ipv4('172.16.158.1')),
      formatIpv4(ipv4('172.16.158.1')),
    ).to.equal(false);
  });
});
