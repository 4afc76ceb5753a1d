/**
 * The referees: the same state is made, by the same command lines, on a simulated host and in a real
 * network namespace, and the real tools and ours are asked the same questions about it.
 */
import { expect } from 'chai';
import { mac } from '../addr/mac';
import { seededRandom } from '../base/random';
import type { Netns } from '../kernel/netns';
import { Network } from '../kernel/network';
import { applyOp } from '../kernel/ops/apply-op';
import { LINUX } from '../kernel/stack-of-linux';
import { type Namespaces, needsNamespaces, withNamespaces } from './testing/real-namespaces';
import { runCommandLine } from './testing/run-command-line';

/** Pairs of devices: the node's end, its MAC, whose the other end is, its MAC. */
const PAIRS = [
  ['ens5', '02:00:00:00:00:0a', 'router', '02:00:00:00:00:01'],
  ['cali12d4a061371', 'ee:ee:ee:ee:ee:ee', 'pod1', '02:00:00:00:00:11'],
  ['calice0906292e2', 'ee:ee:ee:ee:ee:ee', 'pod2', '02:00:00:00:00:12'],
] as const;

/** What makes a node of it, as Calico and a person would. */
const SETUP = [
  'ip link set lo up',
  'ip addr add 192.168.10.101/24 dev ens5',
  'ip addr add 192.168.10.111/24 dev ens5',
  'ip addr add 10.9.9.9/32 dev lo scope host',
  'ip link set ens5 up',
  'ip link set cali12d4a061371 mtu 1480 up',
  'ip link set calice0906292e2 mtu 1480',
  'ip link add vxlan.calico address 66:2c:40:81:b3:01 type vxlan id 4096 local 192.168.10.101 dev ens5 dstport 4789 nolearning',
  'ip addr add 172.16.158.0/32 dev vxlan.calico',
  'ip link set vxlan.calico up',
  'ip route add default via 192.168.10.1',
  'ip route add blackhole 172.16.158.0/26 proto 80',
  'ip route add 172.16.158.1 dev cali12d4a061371 scope link',
  'ip route add 172.16.184.0/26 via 192.168.10.102 dev ens5 proto bird',
  'ip route add 172.16.34.0/26 via 172.16.34.0 dev vxlan.calico proto 80 onlink',
  'ip route add 8.8.8.8 via 192.168.10.10 src 192.168.10.101 metric 50',
  'ip route add 9.9.9.0/24 via 192.168.10.10 mtu 1400',
  'ip route append 9.9.9.0/24 via 192.168.10.11 mtu 1300',
  'ip route add unreachable 9.1.0.0/16',
  'ip route add prohibit 9.2.0.0/16 metric 20',
  'ip route add throw 9.3.0.0/16',
  'route add -net 10.50.0.0/16 gw 192.168.10.1',
  'route add -host 10.52.0.1 dev ens5',
  'route add -net 10.54.0.0 netmask 255.255.0.0 reject',
  'ip neigh add 192.168.10.102 lladdr 02:00:00:00:00:0b dev ens5 nud permanent',
  'ip neigh add 192.168.10.103 lladdr 02:00:00:00:00:0c dev ens5 nud stale',
  'ip neigh add 192.168.10.104 lladdr 02:00:00:00:00:0d dev ens5 nud reachable',
  'ip neigh add 172.16.158.1 lladdr 02:00:00:00:00:11 dev cali12d4a061371 nud reachable',
  'arp -s 192.168.10.105 02:00:00:00:00:0e',
] as const;

const QUESTIONS = [
  'ip route',
  'ip -4 route show table all',
  'ip route show table local',
  'ip -d route',
  'ip -j route',
  'ip -j -p route',
  'ip -N route',
  'ip -c=always route',
  'ip route show proto bird',
  'ip route show root 172.16.0.0/12',
  'ip route show match 172.16.158.1',
  'ip route show exact 172.16.158.0/26',
  'ip route show dev ens5 scope link',
  'ip route show type blackhole',
  'ip route show via 192.168.10.1',
  'ip route get 8.8.8.8',
  'ip route get 9.9.9.9',
  'ip -j route get 8.8.8.8',
  'ip -d route get 172.16.184.9',
  'ip route get fibmatch 8.8.8.8',
  'ip route get 172.16.158.7',
  'ip route get 9.1.0.1',
  'ip route get 9.2.0.1',
  'ip route get 192.168.10.101',
  'ip addr',
  'ip -4 addr',
  'ip -j addr',
  'ip -j -p addr show ens5',
  'ip -br addr',
  'ip -j -br addr',
  'ip -c=always addr',
  'ip -o addr',
  'ip addr show secondary up',
  'ip addr show to 192.168.0.0/16',
  'ip link',
  'ip -j link',
  'ip -o link',
  'ip -br link',
  'ip -c=always -br link',
  'ip link show type vxlan',
  'ip neigh',
  'ip -j neigh',
  'ip -c=always neigh',
  'ip -br neigh',
  'ip neigh show dev ens5',
  'ip neigh show nud permanent',
  'ip neigh get 192.168.10.102 dev ens5',
  'ip rule',
  'ip -j -p rule',
  'route -n',
  'route -en',
  'arp -n',
  'arp -an',
  'netstat -rn',
  'netstat -i',
  'ifconfig',
  'ifconfig cali12d4a061371',
  'ip route get 1.2.3.999',
  'ip route del 1.2.3.4',
  'ip route add 8.8.8.8 via 192.168.10.10 metric 50',
  'ip route change 5.5.5.5 via 192.168.10.1',
  'ip neigh add 192.168.10.102 lladdr 02:00:00:00:00:0b dev ens5',
  'ip addr add 192.168.10.101/24 dev ens5',
  'ip link set ens9 up',
  'route del -net 1.2.3.0/24',
] as const;

describe('the network tools', () => {
  it('say of a node what the real ones say of one like it', function () {
    needsNamespaces(this, ['ip', 'arp', 'route', 'netstat', 'ifconfig', 'sysctl']);
    this.timeout(30_000);
    const node = simulatedNode();
    withNamespaces(['node', ...PAIRS.map(([, , other]) => other)], (made) => {
      plug(made);
      const refusals = SETUP.map((line) => [line, made.run('node', line)]);
      expect(refusals.filter(([, text]) => text !== '')).to.deep.equal([]);
      const real = QUESTIONS.map((line) => `$ ${line}\n${withoutChance(made.run('node', line))}`);
      const ours = QUESTIONS.map((line) => `$ ${line}\n${withoutChance(say(node, line))}`);
      expect(ours.join('')).to.equal(real.join(''));
    });
  });
});

function plug(made: Namespaces): void {
  for (const [name, own, other, peer] of PAIRS) {
    made.run(
      'node',
      `ip link add ${name} address ${own} type veth peer name eth0 address ${peer} netns @${other}`,
    );
    if (other !== 'pod2') made.run(other, 'ip link set eth0 up');
  }
  made.run('node', 'ip link set calice0906292e2 up');
}

function simulatedNode(): Netns {
  const network = new Network(LINUX, { random: seededRandom(1), wireMode: false });
  const node = network.addHost('node');
  runCommandLine('ip addr add 127.0.0.1/8 dev lo scope host', node);
  for (const [name, own, other, peer] of PAIRS) {
    const far = network.addHost(other);
    applyOp(node, {
      kind: 'link-add',
      link: {
        kind: 'veth',
        name,
        mac: mac(own),
        mtu: 1500,
        peer: { netns: other, name: 'eth0', mac: mac(peer), mtu: 1500 },
      },
    });
    if (other !== 'pod2') applyOp(far, { kind: 'link-up', device: 'eth0' });
  }
  applyOp(node, { kind: 'link-up', device: 'calice0906292e2' });
  const refusals = SETUP.map((line) => [line, say(node, line)]);
  expect(refusals.filter(([, text]) => text !== '')).to.deep.equal([]);
  return node;
}

function say(node: Netns, line: string): string {
  const { stdout, stderr } = runCommandLine(line, node);
  return stdout + stderr;
}

/**
 * What no two hosts agree on: the names of namespaces, and that somebody makes or deletes one just now;
 * the order of hashed rows, counted frames.
 */
function withoutChance(text: string): string {
  const settled = text
    .replace(/link-netns(id)? \S+/g, 'link-netnsid N')
    .replace(/^Error: Peer netns reference is invalid\.\n/gm, '')
    .replace(/LOWERLAYERDOWN/g, 'DOWN')
    .replace(/((?:RX|TX) packets) .*/g, '$1 N')
    .replace(/^(\S+ +\d+ +)\d+( +0 +0 0 +)\d+/gm, '$1N$2N');
  if (!/lladdr|ether {3}|\[ether\]|^[\d.]+ +\S+ +02:/m.test(text)) return settled;
  if (text.startsWith('['))
    return text
      .slice(1, -2)
      .split(/(?<=}),/)
      .sort()
      .join('\n');
  return settled.split('\n').sort().join('\n');
}
