/** Fragments that come in order, out of order, twice, or not at all (facts/kernel.md, section 14). */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { fragmentPacket } from '../../wire/fragment';
import { type Ipv4Packet, NO_OPTIONS, PROTOCOL_ICMP, packetLength } from '../../wire/ipv4';
import { sendFrame } from '../programs/arping';
import { deviceIn, type NodeWithPods, nodeWithPods, wait } from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom } from '../testing/watch';
import { FragmentQueues } from './fragment-queue';

const WHOLE: Ipv4Packet = {
  kind: 'ipv4',
  tos: 0,
  id: 4242,
  dontFragment: false,
  moreFragments: false,
  fragmentOffset: 0,
  ttl: 64,
  protocol: PROTOCOL_ICMP,
  source: ipv4('172.16.158.1'),
  destination: ipv4('192.168.10.101'),
  options: NO_OPTIONS,
  payload: {
    kind: 'icmp-echo',
    type: 'request',
    id: 7,
    sequence: 1,
    data: Uint8Array.from({ length: 4000 }, (_, index) => index & 0xff),
  },
};

const [HEAD = WHOLE, MIDDLE = WHOLE, TAIL = WHOLE] = fragmentPacket(WHOLE, 1500);

/** The pieces leave pod1 in this order; afterwards everything comes to rest. */
function send(pieces: readonly Ipv4Packet[]): NodeWithPods {
  const world = nodeWithPods();
  pingFrom(world.pod1, '192.168.10.101');
  world.network.forget();
  const eth0 = deviceIn(world.pod1, 'eth0');
  const gateway = deviceIn(world.node, 'cali-pod1').mac;
  for (const piece of pieces) if (gateway !== undefined) sendFrame(eth0, gateway, piece);
  wait(world.network, 40);
  return world;
}

function fatesOf({ network }: NodeWithPods): readonly (string | undefined)[] {
  return network.traces.map(({ fate }) => fate?.kind);
}

function repliesOf({ network }: NodeWithPods): number {
  return framesOf(network).filter((line) => /pod1 eth0 in .*echo reply/.test(line)).length;
}

describe('a ping of 4000 bytes', () => {
  it('is cut by the pod to 1500, 1500 and 1068 bytes, and so is its answer', () => {
    const { network, pod1 } = nodeWithPods();
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', { size: 4000, df: 'dont' }))).to.deep.equal([
      '1: ttl 63',
    ]);
    const lengths = network.frames
      .filter(({ host, direction }) => host !== 'k8s-w1' && direction === 'out')
      .flatMap(({ frame }) =>
        frame.kind === 'frame' && frame.payload.kind === 'ipv4'
          ? [packetLength(frame.payload)]
          : [],
      );
    expect(lengths).to.deep.equal([1500, 1500, 1068, 1500, 1500, 1068]);
  });
});

describe('fragments', () => {
  const orders: readonly (readonly [string, readonly Ipv4Packet[]])[] = [
    ['in order', [HEAD, MIDDLE, TAIL]],
    ['from the last to the first', [TAIL, MIDDLE, HEAD]],
    ['with the head in the middle', [MIDDLE, HEAD, TAIL]],
  ];
  for (const [name, pieces] of orders) {
    it(`that come ${name} are one packet and have one answer`, () => {
      const world = send(pieces);
      expect(repliesOf(world)).to.equal(1);
      expect(fatesOf(world).slice(0, 4)).to.deep.equal(['merged', 'merged', 'merged', 'delivered']);
    });
  }

  it('that come twice are one packet all the same', () => {
    const world = send([HEAD, HEAD, MIDDLE, TAIL]);
    expect(repliesOf(world)).to.equal(1);
    expect(fatesOf(world)).to.not.include(undefined);
  });

  it('without their siblings are lost after thirty seconds, and who sent them hears of it', () => {
    const world = send([HEAD, TAIL]);
    const late = 'k8s-w1 FRAG_REASM_TIMEOUT: other fragments of the packet never came';
    expect(dropsOf(world.network)).to.deep.equal([late, late]);
    const told = framesOf(world.network).filter((line) => line.startsWith('pod1 eth0 in IP'));
    expect(told).to.deep.equal([
      'pod1 eth0 in IP 192.168.10.101 > 172.16.158.1: ICMP ip reassembly time exceeded, length 556',
    ]);
  });

  it('without the first of them are lost in silence', () => {
    const world = send([MIDDLE, TAIL]);
    expect(dropsOf(world.network)).to.have.length(2);
    expect(
      framesOf(world.network).filter((line) => line.startsWith('pod1 eth0 in IP')),
    ).to.deep.equal([]);
  });

  it('of two packets with different ids do not mix', () => {
    const world = send([HEAD, { ...MIDDLE, id: 4243 }, TAIL]);
    expect(repliesOf(world)).to.equal(0);
    expect(dropsOf(world.network)).to.have.length(3);
  });
});

describe('more than 1024 queues', () => {
  it('push out the oldest, timer and all', () => {
    const queues = new FragmentQueues();
    const timers = Array.from({ length: 1025 }, () => ({ cancelled: false }));
    timers.forEach((timer, index) => {
      queues.set(`packet ${index}`, { pieces: [], timer });
    });
    expect(queues.get('packet 0')).to.equal(undefined);
    expect(timers.flatMap(({ cancelled }, index) => (cancelled ? [index] : []))).to.deep.equal([0]);
  });
});
