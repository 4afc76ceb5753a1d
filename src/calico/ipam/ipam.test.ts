import { expect } from 'chai';
import fc from 'fast-check';
import { cidr, formatCidr } from '../../addr/cidr';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import type { IpPool } from '../model';
import { type AddressRequest, DEFAULT_IPAM_SETTINGS, Ipam, type IpamSettings } from './ipam';
import { ensureTunnelAddress } from './tunnel-address';

const pool = (
  name: string,
  text: string,
  blockSize: number,
  changes: Partial<IpPool> = {},
): IpPool => ({
  name,
  cidr: cidr(text),
  blockSize,
  ipipMode: 'Always',
  vxlanMode: 'Never',
  natOutgoing: true,
  disabled: false,
  disableBGPExport: false,
  nodeSelector: () => true,
  allowedUses: ['Workload', 'Tunnel'],
  ...changes,
});

const settings = (pools: readonly IpPool[], changes: Partial<IpamSettings> = {}): IpamSettings => ({
  ...DEFAULT_IPAM_SETTINGS,
  pools,
  ...changes,
});

const request = (node: string, count: number, changes: Partial<AddressRequest> = {}) => ({
  node: { name: node, labels: {} },
  use: 'Workload' as const,
  count,
  requestedPools: [],
  handle: 'k8s-pod-network.1',
  attributes: {},
  ...changes,
});

const KANS = settings([pool('default-ipv4-ippool', '172.16.0.0/16', 24)]);
const SMALL = settings([pool('small', '192.168.1.0/24', 26)]);

describe('IPAM', () => {
  it('gives the nodes of the lab the blocks and tunnel addresses that they have in life', () => {
    const ipam = new Ipam();
    const given = ['k8s-m', 'k8s-w1', 'k8s-w2', 'k8s-w0'].map((name) =>
      ensureTunnelAddress(ipam, 'ipip', { name, labels: {} }, KANS),
    );
    expect(given.map((address) => address && formatIpv4(address))).to.deep.equal([
      '172.16.116.0',
      '172.16.158.0',
      '172.16.184.0',
      '172.16.34.0',
    ]);
  });

  it('keeps a tunnel address while a pool asks for it, and takes it back after', () => {
    const ipam = new Ipam();
    const node = { name: 'k8s-w1', labels: {} };
    const address = ensureTunnelAddress(ipam, 'ipip', node, KANS);
    expect(ensureTunnelAddress(ipam, 'ipip', node, KANS)).to.equal(address);
    const never = settings([
      pool('default-ipv4-ippool', '172.16.0.0/16', 24, { ipipMode: 'Never' }),
    ]);
    expect(ensureTunnelAddress(ipam, 'ipip', node, never)).to.equal(undefined);
    expect(ipam.addressesOf('ipip-tunnel-addr-k8s-w1')).to.deep.equal([]);
  });

  it('hands a released address out again only after all that were free before it', () => {
    const ipam = new Ipam();
    const tiny = settings([pool('tiny', '10.0.0.0/30', 30)]);
    ipam.autoAssign(request('a', 2, { handle: 'first' }), tiny);
    ipam.releaseHandle('first', tiny.pools);
    const { addresses } = ipam.autoAssign(request('a', 4, { handle: 'second' }), tiny);
    expect(addresses.map(formatIpv4)).to.deep.equal([
      '10.0.0.2',
      '10.0.0.3',
      '10.0.0.0',
      '10.0.0.1',
    ]);
  });

  for (const [what, count, changes, given, messages] of [
    ['256 of a /24', 256, {}, 256, []],
    ['257 of a /24', 257, {}, 256, ['No IPs available in pools: [192.168.1.0/24]']],
    [
      '300 with one block a node',
      300,
      { maxBlocksPerHost: 1 },
      64,
      ['Need to allocate an IPAM block but could not - limit of 1 blocks reached for this node'],
    ],
    [
      '300 with two blocks a node',
      300,
      { maxBlocksPerHost: 2 },
      128,
      ['Need to allocate an IPAM block but could not - limit of 2 blocks reached for this node'],
    ],
    [
      '300 with strict affinity',
      300,
      { strictAffinity: true },
      256,
      ['No more free affine blocks and strict affinity enabled'],
    ],
  ] as const) {
    it(`answers a request for ${what} with ${given}`, () => {
      const answer = new Ipam().autoAssign(request('host-a', count), { ...SMALL, ...changes });
      expect([answer.addresses.length, answer.messages]).to.deep.equal([given, messages]);
    });
  }

  it('borrows from another node’s block when its own are full', () => {
    const ipam = new Ipam();
    const two = settings([pool('two', '10.0.0.0/25', 26)]);
    ipam.autoAssign(request('host-a', 1), two);
    ipam.autoAssign(request('host-b', 1), two);
    const { addresses } = ipam.autoAssign(request('host-a', 64), two);
    const ofHostB = [...ipam.blocks()].find(({ node }) => node === 'host-b');
    const borrowed = addresses.filter(
      (address) => ofHostB && (address - ofHostB.cidr.address) >>> 6 === 0,
    );
    expect([addresses.length, borrowed.length]).to.deep.equal([64, 1]);
  });

  it('does not borrow under strict affinity', () => {
    const ipam = new Ipam();
    const one = settings([pool('one', '10.0.0.0/28', 28)], { strictAffinity: true });
    ipam.autoAssign(request('host1', 1), one);
    const strict = ipam.autoAssign(request('host2', 1), one);
    const lax = ipam.autoAssign(request('host2', 1), { ...one, strictAffinity: false });
    expect([strict.addresses.length, lax.addresses.length]).to.deep.equal([0, 1]);
  });

  it('goes on with the next pool, and says so when all are empty', () => {
    const ipam = new Ipam();
    const two = settings([pool('a', '10.0.0.0/24', 26), pool('b', '20.0.0.0/24', 26)]);
    expect(ipam.autoAssign(request('host', 300), two)).to.deep.include({ messages: [] });
    const rest = ipam.autoAssign(request('host', 300), two);
    expect([rest.addresses.length, rest.messages]).to.deep.equal([
      212,
      ['No IPs available in pools: [10.0.0.0/24 20.0.0.0/24]'],
    ]);
  });

  it('takes only pools that are enabled, of the right use, and select the node', () => {
    const pools = [
      pool('a', '10.0.0.0/24', 26, { disabled: true }),
      pool('b', '10.0.1.0/24', 26, { allowedUses: ['Tunnel'] }),
      pool('c', '10.0.2.0/24', 26, { nodeSelector: () => false }),
      pool('d', '10.0.3.0/24', 26),
    ];
    const { addresses } = new Ipam().autoAssign(request('a', 1), settings(pools));
    expect(addresses.map((address) => formatIpv4(address).slice(0, 6))).to.deep.equal(['10.0.3']);
    const asked = request('a', 1, { requestedPools: [cidr('10.0.2.0/24')] });
    expect(new Ipam().autoAssign(asked, settings(pools)).addresses).to.have.length(1);
  });

  it('refuses a requested pool that is not there or disabled', () => {
    const asked = request('a', 1, { requestedPools: [cidr('40.0.0.0/24')] });
    expect(() => new Ipam().autoAssign(asked, SMALL)).to.throw(
      'the given pool (40.0.0.0/24) does not exist, or is not enabled',
    );
  });

  it('assigns an address that was asked for, once', () => {
    const ipam = new Ipam();
    const allocation = { handle: 'x', attributes: {} };
    ipam.assign(ipv4('172.16.5.7'), 'k8s-w1', allocation, KANS);
    expect(ipam.allocationOf(ipv4('172.16.5.7'), KANS.pools)).to.deep.equal(allocation);
    expect(() => ipam.assign(ipv4('172.16.5.7'), 'k8s-w1', allocation, KANS)).to.throw(
      'resource already exists: 172.16.5.7',
    );
    expect(() => ipam.assign(ipv4('1.2.3.4'), 'k8s-w1', allocation, KANS)).to.throw(
      'The provided IP address is not in a configured pool',
    );
  });

  it('skips reserved addresses, and blocks of which all is reserved', () => {
    const reservations = [cidr('192.168.1.0/25'), cidr('192.168.1.128/31')];
    const { addresses } = new Ipam().autoAssign(request('a', 300), { ...SMALL, reservations });
    expect(addresses).to.have.length(126);
  });

  it('keeps a deleted node’s blocks while they are in use', () => {
    const ipam = new Ipam();
    const [address = ipv4('0.0.0.0')] = ipam.autoAssign(request('a', 1), SMALL).addresses;
    ipam.releaseAffinities('a');
    expect([...ipam.blocks()].map(({ node }) => node)).to.deep.equal([undefined]);
    ipam.release(address, SMALL.pools);
    expect([...ipam.blocks()]).to.deep.equal([]);
  });

  it('leaves the others as they are when a fork goes its own way', () => {
    const ipam = new Ipam();
    ipam.autoAssign(request('a', 3), SMALL);
    const before = [...ipam.blocks()];
    const fork = ipam.fork();
    fork.autoAssign(request('b', 3), SMALL);
    expect([...ipam.blocks()]).to.deep.equal(before);
    ipam.releaseHandle('k8s-pod-network.1', SMALL.pools);
    expect([...fork.blocks()].map((block) => block.allocations.size)).to.deep.equal([3, 3]);
  });

  it('never gives one address to two handles, whatever comes and goes', () => {
    const step = fc.record({
      node: fc.constantFrom('a', 'b', 'c'),
      handle: fc.nat(9),
      give: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ipam = new Ipam();
        const tiny = settings([pool('tiny', '10.0.0.0/27', 29)]);
        for (const { node, handle, give } of steps) {
          if (give) ipam.autoAssign(request(node, 1, { handle: `${handle}` }), tiny);
          else ipam.releaseHandle(`${handle}`, tiny.pools);
        }
        const held = Array.from({ length: 10 }, (_, handle) =>
          ipam.addressesOf(`${handle}`),
        ).flat();
        expect(new Set(held).size).to.equal(held.length);
        for (const block of ipam.blocks()) {
          const ordinals = [...block.allocations.keys(), ...block.unallocated].sort(
            (a, b) => a - b,
          );
          expect(ordinals, formatCidr(block.cidr)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
