/** The connection table, as conntrack-tools print it. */
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { readConnectionRows } from './connection-rows';

const TABLE = `tcp      6 9 CLOSE src=172.16.158.1 dst=8.8.8.8 sport=40000 dport=8080 src=8.8.8.8 dst=192.168.10.101 sport=8080 dport=1200 [ASSURED] mark=0 use=1
icmp     1 29 src=172.16.158.1 dst=172.16.158.2 type=8 code=0 id=7 [UNREPLIED] src=172.16.158.2 dst=172.16.158.1 type=0 code=0 id=7 mark=0 use=1
unknown  4 599 src=192.168.10.101 dst=192.168.10.102 src=192.168.10.102 dst=192.168.10.101 mark=0 use=1
tcp      6 9 ESTABLISHED src=192.168.10.101 dst=192.168.10.102 sport=179 dport=33333 src=192.168.10.102 dst=192.168.10.101 sport=33333 dport=179 mark=0 use=1
`;

describe('rows of connections', () => {
  it('are read, but for those of BGP', () => {
    const rows = readConnectionRows(TABLE);
    expect(
      rows.map(({ protocol, tcpState, flags }) => ({ protocol, tcpState, flags })),
    ).to.deep.equal([
      { protocol: 6, tcpState: 'CLOSE', flags: ['ASSURED'] },
      { protocol: 1, tcpState: undefined, flags: ['UNREPLIED'] },
      { protocol: 4, tcpState: undefined, flags: [] },
    ]);
    expect(rows[0]?.reply).to.deep.equal({
      protocol: 6,
      source: ipv4('8.8.8.8'),
      destination: ipv4('192.168.10.101'),
      sourceKey: 8080,
      destinationKey: 1200,
    });
    expect(rows[1]?.original).to.include({ sourceKey: 7, destinationKey: 0x0800 });
    expect(rows[2]?.original).to.include({ sourceKey: 0, destinationKey: 0 });
  });
});
