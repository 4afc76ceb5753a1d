/** What Linux refuses, in RTNETLINK's words, and that a refusal changes nothing. */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import type { Op } from '../../host/op';
import type { Netns } from '../netns';
import { nodeWithPods, type RouteFields, routeOf } from '../testing/node-with-pods';
import { applyOp } from './apply-op';
import { OpError } from './op-error';

function refusal(netns: Netns, op: Op): string {
  try {
    applyOp(netns, op);
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
    return error.detail === undefined ? error.message : `${error.detail} (${error.message})`;
  }
  return 'accepted';
}

function stateOf({ devices, fib, neighbours }: Netns): unknown {
  return {
    devices: [...devices.values()].map(({ name, isUp, mtu, addresses }) => {
      return { name, isUp, mtu, addresses };
    }),
    routes: [...fib.entries()].map(({ text, table }) => `${table} ${text}`),
    neighbours: [...neighbours.rows()].length,
  };
}

const address = { address: ipv4('192.168.10.101'), length: 24 };
const route = (kind: 'add' | 'replace' | 'delete', fields: RouteFields): Op => ({
  kind: `route-${kind}`,
  route: routeOf(fields),
});
const toPod1 = { destination: cidr('172.16.158.1/32'), device: 'cali-pod1' };
const anywhere = cidr('10.0.0.0/8');
const NO_GATEWAY = 'Nexthop has invalid gateway (Network is unreachable)';
const NO_DEVICE = 'Cannot find device "eth9" (No such device)';
const peer = { netns: 'nowhere', name: 'eth0', mac: mac('02:00:00:00:00:99'), mtu: 1500 };

const REFUSALS: readonly (readonly [string, Op, string])[] = [
  ['a device that is not there', { kind: 'link-up', device: 'eth9' }, NO_DEVICE],
  ['deleting it', { kind: 'link-delete', device: 'eth9' }, NO_DEVICE],
  [
    'a device that is there',
    { kind: 'link-add', link: { kind: 'ipip', name: 'ens5', mtu: 1480 } },
    'File exists',
  ],
  [
    'a pair with an end nowhere',
    { kind: 'link-add', link: { kind: 'veth', name: 'v', mac: peer.mac, mtu: 1500, peer } },
    'no network namespace nowhere (Invalid argument)',
  ],
  [
    'an MTU of 67',
    { kind: 'link-mtu', device: 'ens5', mtu: 67 },
    'mtu less than device minimum (Invalid argument)',
  ],
  [
    'an address twice',
    { kind: 'address-add', device: 'ens5', address, scope: 'global' },
    'File exists',
  ],
  [
    'deleting an address of another device',
    { kind: 'address-delete', device: 'cali-pod1', address },
    'Cannot assign requested address',
  ],
  ['a route twice', route('add', toPod1), 'File exists'],
  [
    'deleting a route that is not there',
    route('delete', { destination: anywhere }),
    'No such process',
  ],
  [
    'deleting a route by another device',
    route('delete', { ...toPod1, device: 'cali-pod2' }),
    'No such process',
  ],
  ['a route by no device', route('add', { destination: anywhere }), 'No such device'],
  ['a route by a device that is not there', route('add', { ...toPod1, device: 'eth9' }), NO_DEVICE],
  [
    'a gateway that is behind a gateway',
    route('add', { destination: anywhere, via: ipv4('8.8.8.8') }),
    NO_GATEWAY,
  ],
  [
    'a gateway in a blackhole',
    route('replace', { destination: anywhere, via: ipv4('172.16.158.77') }),
    NO_GATEWAY,
  ],
  [
    'a gateway on the link of another device',
    route('add', { destination: anywhere, via: ipv4('192.168.10.1'), device: 'cali-pod1' }),
    NO_GATEWAY,
  ],
  [
    'deleting a neighbour that is not there',
    { kind: 'neighbour-delete', device: 'ens5', address: ipv4('192.168.10.9') },
    'No such file or directory',
  ],
  [
    'a forwarding entry on a card',
    { kind: 'fdb-replace', device: 'ens5', mac: peer.mac, remote: ipv4('192.168.10.1') },
    'Operation not supported',
  ],
];

describe('Linux refuses', () => {
  for (const [what, op, words] of REFUSALS) {
    it(`${what}: ${words}`, () => {
      const { node } = nodeWithPods();
      const before = stateOf(node);
      expect(refusal(node, op)).to.equal(words);
      expect(stateOf(node)).to.deep.equal(before);
    });
  }

  it('a route by a device that is down', () => {
    const { node } = nodeWithPods();
    applyOp(node, { kind: 'link-down', device: 'cali-pod1' });
    expect(refusal(node, route('add', toPod1))).to.equal(
      'Device for nexthop is not up (Network is down)',
    );
  });

  it('no gateway that is onlink, nor a second route with another metric', () => {
    const { node } = nodeWithPods();
    const onlink = { destination: anywhere, via: ipv4('10.9.9.9'), device: 'ens5', onlink: true };
    expect(refusal(node, route('add', onlink))).to.equal('accepted');
    expect(refusal(node, route('add', { ...toPod1, metric: 5 }))).to.equal('accepted');
    expect(refusal(node, route('replace', toPod1))).to.equal('accepted');
  });
});
