/** Packets whose source is a lie, and forwarding switched off (facts/kernel.md, sections 10 and 11). */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { NO_OPTIONS, PROTOCOL_ICMP } from '../../wire/ipv4';
import { sendFrame } from '../programs/arping';
import {
  addRoute,
  deviceIn,
  type NodeWithPods,
  nodeWithPods,
  wait,
} from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom, sysctl, sysctlsOf } from '../testing/watch';

/** Pod1 sends one echo request to pod2 in somebody's name. @returns what reached pod2's eth0 */
function spoof({ network, node, pod1 }: NodeWithPods, source: string): readonly string[] {
  const { mac } = deviceIn(node, 'cali-pod1');
  if (mac === undefined) return [];
  network.forget();
  sendFrame(deviceIn(pod1, 'eth0'), mac, {
    kind: 'ipv4',
    tos: 0,
    id: 1,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: PROTOCOL_ICMP,
    source: ipv4(source),
    destination: ipv4('172.16.158.2'),
    options: NO_OPTIONS,
    payload: { kind: 'icmp-echo', type: 'request', id: 7, sequence: 1, data: new Uint8Array(56) },
  });
  wait(network, 1);
  return framesOf(network).filter((line) => line.startsWith('pod2 eth0 in IP'));
}

function worldWith(path: string, mode: number): NodeWithPods {
  const world = nodeWithPods();
  sysctl(world.node, path, mode);
  return world;
}

const LIARS = ['10.1.2.3', '172.16.158.2', '172.16.158.77', '8.8.8.8'];
const CALI = 'net.ipv4.conf.cali-pod1.rp_filter';

describe('rp_filter', () => {
  for (const source of LIARS) {
    it(`0 lets a packet from ${source} pass`, () => {
      const seen = spoof(nodeWithPods(), source);
      expect(seen).to.have.length(1);
    });

    for (const mode of [1, 2]) {
      it(`${mode} drops a packet from ${source} in silence: a cali interface has no address`, () => {
        const world = worldWith(CALI, mode);
        expect(spoof(world, source)).to.deep.equal([]);
        expect(dropsOf(world.network)).to.deep.equal([
          `k8s-w1 IP_RPFILTER: rp_filter=${mode}: ${source} is not reached by cali-pod1`,
        ]);
        expect(sysctlsOf(world.network)).to.deep.equal([`${CALI} = ${mode}`]);
      });
    }
  }

  it('lets the honest pass, and the larger of all and the device counts', () => {
    expect(spoof(worldWith(CALI, 1), '172.16.158.1')).to.have.length(1);
    expect(spoof(worldWith('net.ipv4.conf.all.rp_filter', 1), '10.1.2.3')).to.deep.equal([]);
  });

  it('2 asks of a device with addresses only that the source has some route', () => {
    const tell = (mode: number, hasRoute: boolean) => {
      const world = worldWith('net.ipv4.conf.ens5.rp_filter', mode);
      addRoute(world.router, {
        destination: cidr('172.16.158.0/24'),
        via: ipv4('192.168.10.101'),
      });
      if (!hasRoute) {
        world.node.fib.flush(({ route }) => route.destination.length === 0);
      }
      const { mac } = deviceIn(world.node, 'ens5');
      if (mac === undefined) return [];
      sendFrame(deviceIn(world.router, 'eth0'), mac, {
        kind: 'ipv4',
        tos: 0,
        id: 1,
        dontFragment: true,
        moreFragments: false,
        fragmentOffset: 0,
        ttl: 64,
        protocol: PROTOCOL_ICMP,
        source: ipv4(hasRoute ? '172.16.158.2' : '10.1.2.3'),
        destination: ipv4('172.16.158.1'),
        options: NO_OPTIONS,
        payload: {
          kind: 'icmp-echo',
          type: 'request',
          id: 7,
          sequence: 1,
          data: new Uint8Array(56),
        },
      });
      wait(world.network, 1);
      return framesOf(world.network).filter((line) => line.startsWith('pod1 eth0 in IP'));
    };
    expect(
      [tell(1, true), tell(2, true), tell(2, false)].map(({ length }) => length),
    ).to.deep.equal([0, 1, 0]);
  });

  it('never lets the host’s own address come in from outside', () => {
    const world = nodeWithPods();
    expect(spoof(world, '192.168.10.101')).to.deep.equal([]);
    expect(dropsOf(world.network)).to.deep.equal([
      "k8s-w1 IP_LOCAL_SOURCE: 192.168.10.101 is this host's own address",
    ]);
  });
});

describe('a node with ip_forward=0', () => {
  it('loses what is for others in silence, and answers for itself', () => {
    const world = nodeWithPods();
    const { network, node, pod1 } = world;
    pingFrom(pod1, '172.16.158.2');
    sysctl(node, 'net.ipv4.ip_forward', 0);
    network.forget();
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2'))).to.deep.equal([]);
    expect(dropsOf(network)).to.deep.equal([
      'k8s-w1 IP_INADDRERRORS: cali-pod1 does not forward (172.16.158.2 dev cali-pod2 scope link)',
    ]);
    expect(outcomesOf(pingFrom(pod1, '192.168.10.101'))).to.deep.equal(['1: ttl 64']);
  });
});
