/** Tables as real tools print them (Debian 12), read. */
import { expect } from 'chai';
import { cidr } from '../../../addr/cidr';
import { ipv4 } from '../../../addr/ipv4';
import { mac } from '../../../addr/mac';
import { formatRoute } from '../../../host/format-route';
import { readConnections } from './connections';
import { readLinks } from './links';
import { readNeighbours } from './neighbours';
import { readRoutes } from './routes';

describe('tables of a real host', () => {
  it('of routes read as ip prints them', () => {
    const routes = readRoutes(
      JSON.stringify([
        { dst: 'default', gateway: '192.168.10.254', dev: 'ens5', flags: [] },
        { type: 'blackhole', dst: '10.8.0.0/24', protocol: 'bird', flags: [] },
        { dst: '10.9.0.0/16', gateway: '10.0.0.9', dev: 'd0', protocol: 'bird', flags: ['onlink'] },
        { dst: '172.16.158.1', dev: 'cali1', scope: 'link', flags: ['linkdown'] },
        {
          dst: '10.0.0.0/24',
          dev: 'd0',
          protocol: 'kernel',
          scope: 'link',
          prefsrc: '10.0.0.1',
          flags: [],
        },
      ]),
    );
    expect(routes.map(formatRoute)).to.deep.equal([
      'default via 192.168.10.254 dev ens5',
      'blackhole 10.8.0.0/24 proto bird',
      '10.9.0.0/16 via 10.0.0.9 dev d0 proto bird onlink',
      '172.16.158.1 dev cali1 scope link',
      '10.0.0.0/24 dev d0 proto kernel scope link src 10.0.0.1',
    ]);
    expect(routes[3]?.destination).to.deep.equal(cidr('172.16.158.1/32'));
    expect(readRoutes('')).to.deep.equal([]);
  });

  it('of links know a card from a pod, and the stand-in for a tunnel', () => {
    const veth = {
      flags: ['BROADCAST', 'UP'],
      mtu: 1480,
      link_type: 'ether',
      linkinfo: { info_kind: 'veth' },
    };
    const links = readLinks(
      JSON.stringify([
        { ...veth, ifname: 'ens5', address: '02:00:00:00:00:01' },
        {
          ...veth,
          ifname: 'cali1',
          address: 'ee:ee:ee:ee:ee:ee',
          addr_info: [{ family: 'inet6', local: 'fe80::1', prefixlen: 64 }],
        },
        {
          ifname: 'tunl0',
          flags: [],
          mtu: 1480,
          linkinfo: { info_kind: 'tun' },
          addr_info: [{ family: 'inet', local: '172.16.158.0', prefixlen: 32 }],
        },
      ]),
      (name) => name === 'ens5',
    );
    expect(
      links.map(({ name, kind, isUp, mac: address }) => [name, kind, isUp, address]),
    ).to.deep.equal([
      ['ens5', 'nic', true, mac('02:00:00:00:00:01')],
      ['cali1', 'veth', true, mac('ee:ee:ee:ee:ee:ee')],
      ['tunl0', 'ipip', false, undefined],
    ]);
    expect(links.map(({ addresses }) => addresses)).to.deep.equal([
      [],
      [],
      [{ address: ipv4('172.16.158.0'), length: 32 }],
    ]);
  });

  it('of neighbours leave out those of devices that need none', () => {
    const rows = readNeighbours(
      JSON.stringify([
        { dst: '10.0.0.5', dev: 'd0', lladdr: '02:00:00:00:00:01', state: ['STALE'] },
        { dst: '10.0.0.6', dev: 'd0', state: ['FAILED'] },
        { dst: '10.0.0.7', dev: 'tunl0', state: ['NOARP'] },
        { dst: 'fe80::1', dev: 'd0', state: ['STALE'] },
      ]),
    );
    expect(rows).to.deep.equal([
      { device: 'd0', address: ipv4('10.0.0.5'), mac: mac('02:00:00:00:00:01'), state: 'STALE' },
      { device: 'd0', address: ipv4('10.0.0.6'), mac: undefined, state: 'FAILED' },
    ]);
  });

  it('of connections read with their flags', () => {
    const rows = readConnections(
      [
        'icmp     1 29 src=172.16.158.1 dst=8.8.8.8 type=8 code=0 id=7 src=8.8.8.8 dst=192.168.10.101 type=0 code=0 id=4242 mark=0 use=1',
        'tcp      6 119 SYN_SENT src=10.0.0.1 dst=10.0.0.2 sport=40000 dport=80 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=80 dport=40000 mark=0 use=1',
        'unknown  4 599 src=192.168.10.101 dst=192.168.10.102 src=192.168.10.102 dst=192.168.10.101 mark=0 use=1',
        '',
      ].join('\n'),
    );
    expect(
      rows.map(({ protocol, reply, flags }) => [protocol, reply.icmpId, reply.sourcePort, flags]),
    ).to.deep.equal([
      ['icmp', 4242, undefined, []],
      ['tcp', undefined, 80, ['UNREPLIED']],
      ['unknown', undefined, undefined, []],
    ]);
    expect(rows[0]?.original).to.deep.equal({
      source: ipv4('172.16.158.1'),
      destination: ipv4('8.8.8.8'),
      sourcePort: undefined,
      destinationPort: undefined,
      icmpId: 7,
    });
  });
});
