import { expect } from 'chai';
import { cidr } from '../addr/cidr';
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import { describeChange } from './describe-change';
import type { Op } from './op';
import { opCommand } from './op-command';
import type { Route } from './route';

const ROUTE: Route = {
  type: 'unicast',
  destination: cidr('172.16.184.0/24'),
  via: ipv4('192.168.10.102'),
  device: 'tunl0',
  source: undefined,
  scope: 'global',
  proto: 'bird',
  metric: 0,
  onlink: true,
};
const ADDRESS = { address: ipv4('172.16.158.0'), length: 32 };
const MAC = mac('66:04:03:49:b1:1e');
const PEER = { device: 'vxlan.calico', address: ipv4('172.16.116.0'), mac: MAC };

const COMMANDS: readonly (readonly [Op, string])[] = [
  [
    { kind: 'link-add', link: { kind: 'ipip', name: 'tunl0', mtu: 1480 } },
    'ip link add tunl0 type ipip',
  ],
  [{ kind: 'link-delete', device: 'tunl0' }, 'ip link del tunl0'],
  [{ kind: 'link-up', device: 'tunl0' }, 'ip link set tunl0 up'],
  [{ kind: 'link-down', device: 'tunl0' }, 'ip link set tunl0 down'],
  [{ kind: 'link-mtu', device: 'tunl0', mtu: 1400 }, 'ip link set tunl0 mtu 1400'],
  [{ kind: 'link-mac', device: 'eth0', mac: MAC }, 'ip link set eth0 address 66:04:03:49:b1:1e'],
  [
    { kind: 'address-add', device: 'tunl0', address: ADDRESS, scope: 'global' },
    'ip addr add 172.16.158.0/32 dev tunl0',
  ],
  [
    { kind: 'address-delete', device: 'tunl0', address: ADDRESS },
    'ip addr del 172.16.158.0/32 dev tunl0',
  ],
  [
    { kind: 'route-replace', route: ROUTE },
    'ip route replace 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
  ],
  [
    { kind: 'route-delete', route: { ...ROUTE, scope: 'link', proto: 'boot', onlink: false } },
    'ip route del 172.16.184.0/24 via 192.168.10.102 dev tunl0',
  ],
  [{ kind: 'sysctl', path: 'net.ipv4.ip_forward', value: '0' }, 'sysctl -w net.ipv4.ip_forward=0'],
  [
    { kind: 'neighbour-replace', ...PEER, state: 'permanent' },
    'ip neigh replace 172.16.116.0 lladdr 66:04:03:49:b1:1e dev vxlan.calico nud permanent',
  ],
  [
    { kind: 'neighbour-delete', device: 'eth0', address: PEER.address },
    'ip neigh del 172.16.116.0 dev eth0',
  ],
  [{ kind: 'neighbour-flush', device: 'eth0' }, 'ip neigh flush dev eth0'],
  [
    { kind: 'fdb-replace', device: 'vxlan.calico', mac: MAC, remote: ipv4('192.168.10.10') },
    'bridge fdb replace 66:04:03:49:b1:1e dev vxlan.calico dst 192.168.10.10',
  ],
  [
    { kind: 'fdb-delete', device: 'vxlan.calico', mac: MAC },
    'bridge fdb del 66:04:03:49:b1:1e dev vxlan.calico',
  ],
];

describe('a change of a host in words', () => {
  for (const [op, command] of COMMANDS) {
    it(`is ${command}`, () => {
      expect(opCommand(op)).to.equal(command);
    });
  }

  it('is not known of rules and sets', () => {
    expect(opCommand({ kind: 'ipset-destroy', name: 'mine' })).to.equal(undefined);
  });

  it('comes with its time, its host and who made it', () => {
    const change = { atUs: 92_500_000, host: 'k8s-w1', what: 'ip link set tunl0 up' } as const;
    expect(describeChange({ ...change, by: 'felix' })).to.equal(
      '92.500 s  k8s-w1  felix: ip link set tunl0 up',
    );
    expect(describeChange({ ...change, by: 'hand' })).to.equal(
      '92.500 s  k8s-w1  by hand: ip link set tunl0 up',
    );
  });
});
