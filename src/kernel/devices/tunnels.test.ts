/** IPIP and VXLAN between two nodes: what the outer packet looks like, and what is lost on the way. */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import { seededRandom } from '../../base/random';
import type { LinkSpec, Op } from '../../host/op';
import { verboseLines } from '../../wire/print';
import type { Netns } from '../netns';
import { Network } from '../network';
import { applyOp } from '../ops/apply-op';
import { LINUX } from '../stack-of-linux';
import { addHost, addRoute, plug, wait } from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom } from '../testing/watch';
import { Segment } from './segment';

interface Tunnelled {
  readonly network: Network;
  readonly one: Netns;
  readonly two: Netns;
}

const VTEPS = [mac('66:00:00:00:00:01'), mac('66:00:00:00:00:02')] as const;
const TUNNELS = [ipv4('172.16.158.0'), ipv4('172.16.184.0')] as const;
const NODES = [ipv4('192.168.10.101'), ipv4('192.168.10.102')] as const;

/** Two nodes, each with a tunnel device and the other's block behind it. */
function tunnelled(kind: 'ipip' | 'vxlan'): Tunnelled {
  const network = new Network(LINUX, { random: seededRandom(1), wireMode: true });
  const segment = new Segment('fabric');
  const one = addHost(network, 'k8s-w1');
  const two = addHost(network, 'k8s-w2');
  plug(one, segment, 'ens5', '02:00:00:00:00:01', '192.168.10.101/24');
  plug(two, segment, 'ens5', '02:00:00:00:00:02', '192.168.10.102/24');
  addTunnel(one, kind, 0);
  addTunnel(two, kind, 1);
  return { network, one, two };
}

function addTunnel(node: Netns, kind: 'ipip' | 'vxlan', index: 0 | 1): void {
  const other = index === 0 ? 1 : 0;
  const device = kind === 'ipip' ? 'tunl0' : 'vxlan.calico';
  const link: LinkSpec =
    kind === 'ipip'
      ? { kind, name: device, mtu: 1480 }
      : {
          kind,
          name: device,
          mac: VTEPS[index],
          mtu: 1450,
          vni: 4096,
          port: 4789,
          local: NODES[index],
          device: 'ens5',
        };
  const address = { address: TUNNELS[index], length: 32 };
  const steps: readonly Op[] = [
    { kind: 'link-add', link },
    { kind: 'link-up', device },
    { kind: 'address-add', device, address, scope: 'global' },
  ];
  for (const op of steps) applyOp(node, op);
  const via = kind === 'ipip' ? NODES[other] : TUNNELS[other];
  const block = cidr(index === 0 ? '172.16.184.0/24' : '172.16.158.0/24');
  addRoute(node, { destination: block, via, device, onlink: true });
  if (kind === 'ipip') return;
  const far = { address: TUNNELS[other], mac: VTEPS[other], state: 'permanent' } as const;
  applyOp(node, { kind: 'neighbour-replace', device, ...far });
  applyOp(node, { kind: 'fdb-replace', device, mac: VTEPS[other], remote: NODES[other] });
}

function outerOf({ network }: Tunnelled): readonly string[] {
  return network.frames
    .filter(({ host, device, direction }) => `${host} ${device} ${direction}` === 'k8s-w1 ens5 out')
    .map(({ frame }) => verboseLines(frame))
    .filter((text) => !text.startsWith('ARP'));
}

describe('IPIP', () => {
  it('carries a packet to the gateway of its route: the device shows it before ARP asks', () => {
    const world = tunnelled('ipip');
    expect(outcomesOf(pingFrom(world.one, '172.16.184.0'))).to.deep.equal(['1: ttl 64']);
    expect(framesOf(world.network)).to.deep.equal([
      'k8s-w1 tunl0 out IP 172.16.158.0 > 172.16.184.0: ICMP echo request, id 7, seq 1, length 64',
      'k8s-w1 ens5 out ARP, Request who-has 192.168.10.102 tell 192.168.10.101, length 28',
      'k8s-w2 ens5 in ARP, Request who-has 192.168.10.102 tell 192.168.10.101, length 28',
      'k8s-w2 ens5 out ARP, Reply 192.168.10.102 is-at 02:00:00:00:00:02, length 28',
      'k8s-w1 ens5 in ARP, Reply 192.168.10.102 is-at 02:00:00:00:00:02, length 28',
      ...['k8s-w1 ens5 out', 'k8s-w2 ens5 in'].map(
        (where) =>
          `${where} IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.0 > 172.16.184.0: ICMP echo request, id 7, seq 1, length 64`,
      ),
      'k8s-w2 tunl0 in IP 172.16.158.0 > 172.16.184.0: ICMP echo request, id 7, seq 1, length 64',
      'k8s-w2 tunl0 out IP 172.16.184.0 > 172.16.158.0: ICMP echo reply, id 7, seq 1, length 64',
      ...['k8s-w2 ens5 out', 'k8s-w1 ens5 in'].map(
        (where) =>
          `${where} IP 192.168.10.102 > 192.168.10.101: IP 172.16.184.0 > 172.16.158.0: ICMP echo reply, id 7, seq 1, length 64`,
      ),
      'k8s-w1 tunl0 in IP 172.16.184.0 > 172.16.158.0: ICMP echo reply, id 7, seq 1, length 64',
    ]);
  });

  it('gives the outer packet TTL and DF of the inner, 20 bytes more and an id', () => {
    const world = tunnelled('ipip');
    pingFrom(world.one, '172.16.184.0', { ttl: 9 });
    expect(outerOf(world).join('\n')).to.match(
      /^IP \(tos 0x0, ttl 9, id [1-9]\d*, offset 0, flags \[DF\], proto IPIP \(4\), length 104\)/,
    );
  });

  it('leaves an outer packet whose tunnel is down unanswered for but by an error', () => {
    const { network, one, two } = tunnelled('ipip');
    applyOp(two, { kind: 'link-down', device: 'tunl0' });
    expect(outcomesOf(pingFrom(one, '172.16.184.0'))).to.deep.equal([]);
    expect(dropsOf(network)).to.deep.equal(['k8s-w2 IP_NOPROTO: no IPIP tunnel is up']);
    expect(framesOf(network).filter((line) => /^k8s-w1 ens5 in IP/.test(line))).to.deep.equal([
      'k8s-w1 ens5 in IP 192.168.10.102 > 192.168.10.101: ICMP 192.168.10.102 protocol 4 port 84 unreachable, length 112',
    ]);
  });

  it('does not cut where DF forbids it: 1453 bytes of ping are too many', () => {
    const { one } = tunnelled('ipip');
    const run = (size: number) => outcomesOf(pingFrom(one, '172.16.184.0', { size, df: 'do' }));
    expect([run(1452), run(1453)]).to.deep.equal([['1: ttl 64'], ['EMSGSIZE 1480']]);
  });

  it('has no way without a route to the other node', () => {
    const { network, one } = tunnelled('ipip');
    applyOp(one, { kind: 'link-down', device: 'ens5' });
    expect(outcomesOf(pingFrom(one, '172.16.184.0'))).to.not.include('1: ttl 64');
    expect(dropsOf(network)).to.deep.equal([
      'k8s-w1 IP_OUTNOROUTES: tunl0 finds no way to 192.168.10.102',
    ]);
  });
});

describe('VXLAN', () => {
  it('carries whole frames in UDP to port 4789: TTL 64, no DF, 50 bytes more', () => {
    const world = tunnelled('vxlan');
    expect(outcomesOf(pingFrom(world.one, '172.16.184.0', { ttl: 9 }))).to.deep.equal([
      '1: ttl 64',
    ]);
    const [outer = ''] = outerOf(world);
    expect(outer).to.match(
      /^IP \(tos 0x0, ttl 64, id [1-9]\d*, offset 0, flags \[none\], proto UDP \(17\), length 134\)/,
    );
    const port = Number(/192\.168\.10\.101\.(\d+) > 192\.168\.10\.102\.4789/.exec(outer)?.[1]);
    expect(port).to.be.within(32_768, 60_999);
  });

  it('never asks by ARP on the tunnel', () => {
    const { network, one } = tunnelled('vxlan');
    pingFrom(one, '172.16.184.0');
    const onTunnel = framesOf(network).filter((line) => line.includes('vxlan.calico'));
    expect(onTunnel).to.have.length(4);
    expect(onTunnel.filter((line) => line.includes('ARP'))).to.deep.equal([]);
  });

  it('takes one source port for one flow, whatever the packet', () => {
    const world = tunnelled('vxlan');
    for (const icmpId of [1, 2, 3]) pingFrom(world.one, '172.16.184.0', { icmpId });
    const ports = outerOf(world).map((text) => /101\.(\d+) > /.exec(text)?.[1]);
    expect([ports.length, new Set(ports).size]).to.deep.equal([3, 1]);
  });

  const losses: readonly (readonly [string, 'one' | 'two', Op, string])[] = [
    [
      'without an entry for the far MAC',
      'one',
      { kind: 'fdb-delete', device: 'vxlan.calico', mac: VTEPS[1] },
      'k8s-w1 VXLAN_NO_REMOTE: no forwarding entry for 66:00:00:00:00:02',
    ],
    [
      'at a far end that is down',
      'two',
      { kind: 'link-down', device: 'vxlan.calico' },
      'k8s-w2 NO_SOCKET: nobody listens on UDP port 4789',
    ],
    [
      'at a far end with another MAC',
      'two',
      { kind: 'link-mac', device: 'vxlan.calico', mac: mac('66:00:00:00:00:99') },
      "k8s-w2 OTHERHOST: the frame is for another MAC address than vxlan.calico's",
    ],
    [
      'without a route to the far node',
      'one',
      { kind: 'link-down', device: 'ens5' },
      'k8s-w1 IP_OUTNOROUTES: vxlan.calico finds no way to 192.168.10.102',
    ],
  ];
  for (const [where, host, op, drop] of losses) {
    it(`loses the frame ${where}`, () => {
      const world = tunnelled('vxlan');
      applyOp(world[host], op);
      expect(outcomesOf(pingFrom(world.one, '172.16.184.0'))).to.not.include('1: ttl 64');
      wait(world.network, 10);
      expect(dropsOf(world.network)).to.deep.equal([drop]);
    });
  }

  it('of another VNI is not for the device', () => {
    const { network, one, two } = tunnelled('vxlan');
    applyOp(two, { kind: 'link-delete', device: 'vxlan.calico' });
    const link: LinkSpec = {
      kind: 'vxlan',
      name: 'vxlan.other',
      mac: VTEPS[1],
      mtu: 1450,
      vni: 7,
      port: 4789,
      local: NODES[1],
      device: 'ens5',
    };
    applyOp(two, { kind: 'link-add', link });
    applyOp(two, { kind: 'link-up', device: 'vxlan.other' });
    pingFrom(one, '172.16.184.0');
    expect(dropsOf(network)).to.deep.equal(['k8s-w2 VXLAN_VNI_NOT_FOUND: no device for VNI 4096']);
  });
});
