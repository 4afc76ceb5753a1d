/** IP sets, their members as ipset prints them, and ipset's words where it refuses. */
import { expect } from 'chai';
import fc from 'fast-check';
import { cidrContains, cidrOf, formatCidr } from '../../addr/cidr';
import { ipv4FromBits } from '../../addr/ipv4';
import { CommandError } from '../command-error';
import { echo, tcp, udp } from '../testing/test-packet';
import { HashNet } from './hash-net';
import { DEFAULT_IP_SET_SETTINGS, type IpSetType } from './ip-set';
import { IpSetTable } from './ip-set-table';
import { shapeOf } from './memory-size';

function tableWith(type: IpSetType, ...members: readonly string[]): IpSetTable {
  const table = new IpSetTable((name) => name === 'used');
  table.create('s', type);
  for (const member of members) table.add('s', member);
  return table;
}

describe('IP sets', () => {
  it('print single addresses without a length', () => {
    const table = tableWith('hash:net', '172.16.0.0/16', '10.0.0.1', '10.0.0.2/32', '10.1.2.3/8');
    expect(table.get('s').members).to.have.members([
      '172.16.0.0/16',
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.0/8',
    ]);
  });

  it('find an address in hash:net as a search through all networks does', () => {
    const network = fc
      .tuple(fc.nat(255), fc.integer({ min: 25, max: 32 }))
      .map(([low, length]) => cidrOf(ipv4FromBits(0x0a000000 + low), length));
    fc.assert(
      fc.property(fc.array(network), fc.nat(255), (networks, low) => {
        const set = new HashNet();
        for (const one of networks) set.add(formatCidr(one));
        const address = ipv4FromBits(0x0a000000 + low);
        const { packet } = {
          packet: { ...echo({ from: '1.1.1.1', to: '2.2.2.2' }, 1), source: address },
        };
        const expected = networks.some((one) => cidrContains(one, address));
        expect(set.holds(packet, true)).to.equal(expected);
      }),
    );
  });

  it('ask for protocol and port in hash:ip,port', () => {
    const set = tableWith('hash:ip,port', '10.0.0.2,tcp:80', '10.0.0.2,udp:53', '10.0.0.3,443').get(
      's',
    );
    const ends = { from: '10.0.0.1:53', to: '10.0.0.2:80' };
    expect(set.members).to.deep.equal(['10.0.0.2,tcp:80', '10.0.0.2,udp:53', '10.0.0.3,tcp:443']);
    expect(set.holds(tcp(ends, 0), false, false)).to.equal(true);
    expect(set.holds(udp(ends), false, false)).to.equal(false);
    expect(set.holds(udp(ends), false, true)).to.equal(true);
    expect(set.holds(tcp(ends, 0), true, false)).to.equal(false);
  });

  it('are replaced as a whole, and change places', () => {
    const table = tableWith('hash:ip', '10.0.0.1');
    table.restore('s', ['10.0.0.2', '10.0.0.3']);
    table.create('t', 'hash:ip');
    table.swap('s', 't');
    expect(table.get('t').members).to.deep.equal(['10.0.0.2', '10.0.0.3']);
    expect(table.get('s').size).to.equal(0);
  });

  it('stand for ranges too, and are as many as the set has room for', () => {
    const table = tableWith('hash:net', '1.0.0.0-4.0.0.0');
    expect(table.get('s').members).to.have.members(['2.0.0.0/7', '1.0.0.0/8', '4.0.0.0']);
    const settings = { ...DEFAULT_IP_SET_SETTINGS, maxMembers: 2 };
    table.create('small', 'hash:ip', settings);
    expect(() => table.add('small', '10.0.0.1-10.0.0.5')).to.throw(CommandError, 'Hash is full');
    expect(table.get('small').members).to.deep.equal(['10.0.0.1', '10.0.0.2']);
    table.create('ports', 'hash:ip,port');
    table.add('ports', '10.0.0.0/31,udp:53-54');
    table.add('ports', '10.0.0.1,icmp:ping');
    expect(table.get('ports').members).to.deep.equal([
      '10.0.0.0,udp:53',
      '10.0.0.0,udp:54',
      '10.0.0.1,udp:53',
      '10.0.0.1,udp:54',
      '10.0.0.1,icmp:echo-request',
    ]);
  });

  it('take the bytes that Linux counts', () => {
    const bytesOf = (type: IpSetType, ...members: readonly string[]) =>
      shapeOf(tableWith(type, ...members).get('s')).bytes;
    expect(bytesOf('hash:net')).to.equal(456);
    expect(bytesOf('hash:net', '172.16.0.0/16')).to.equal(504);
    expect(bytesOf('hash:net', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4')).to.equal(648);
    expect(bytesOf('hash:ip', '10.0.0.1', '10.0.0.2')).to.equal(296);
    expect(bytesOf('hash:ip,port', '1.1.1.1,80')).to.equal(264);
    const full = shapeOf(tableWith('hash:ip', '10.0.0.0/20').get('s'));
    // Linux said 92856 of such a set; its hash spreads the addresses otherwise.
    expect(full.hashSize).to.equal(1024);
    expect(full.bytes).to.be.within(85_000, 100_000);
  });

  const refusals: readonly (readonly [said: string, (table: IpSetTable) => void])[] = [
    ['The set with the given name does not exist', (table) => table.add('no', '10.0.0.1')],
    [
      'Set cannot be created: set with the same name already exists',
      (table) => table.create('s', 'hash:ip'),
    ],
    [
      "Element cannot be added to the set: it's already added",
      (table) => table.add('s', '10.0.0.1'),
    ],
    [
      "Element cannot be deleted from the set: it's not added",
      (table) => table.delete('s', '10.0.0.9'),
    ],
    [
      'Set cannot be destroyed: it is in use by a kernel component',
      (table) => {
        table.create('used', 'hash:ip');
        table.destroy('used');
      },
    ],
    [
      'The sets cannot be swapped: their type does not match',
      (table) => {
        table.create('t', 'hash:net');
        table.swap('s', 't');
      },
    ],
  ];
  for (const [said, change] of refusals) {
    it(`refuse with "${said}"`, () => {
      expect(() => change(tableWith('hash:ip', '10.0.0.1')))
        .to.throw(CommandError, `ipset v7.15: ${said}`)
        .with.property('exitStatus', 1);
    });
  }
});
