/** What real programs print, read; the texts are theirs (Debian 12). */
import { expect } from 'chai';
import { ipv4 } from '../../../addr/ipv4';
import { pingTo } from '../../contract/world.contract';
import { arpingWords, readArping } from './arping';
import { pingWords, readPing } from './ping';
import { readTraceroute } from './traceroute';

function said(stdout: string, stderr = '', exit = 0) {
  return { stdout, stderr, exit, isOverdue: false };
}

describe('ping of iputils', () => {
  it('is told all that a scenario asks for', () => {
    const asked = pingTo('8.8.8.8', { count: 3, intervalMs: 200, size: 1472, ttl: 2, df: 'do' });
    expect(pingWords({ ...asked, source: ipv4('172.16.158.0') }).join(' ')).to.equal(
      'ping -n -c 3 -i 0.2 -W 1 -s 1472 -M do -t 2 -I 172.16.158.0 -e 7 8.8.8.8',
    );
  });

  it('is read: replies, errors, the sum', () => {
    const { sent, received, replies, errors } = readPing(
      pingTo('172.16.184.1'),
      said(
        [
          'PING 172.16.184.1 (172.16.184.1) 56(84) bytes of data.',
          '64 bytes from 172.16.184.1: icmp_seq=1 ttl=62 time=1.30 ms',
          'From 192.168.10.101 icmp_seq=2 Destination Host Unreachable',
          '',
          '--- 172.16.184.1 ping statistics ---',
          '2 packets transmitted, 1 received, +1 errors, 50% packet loss, time 1001ms',
          'rtt min/avg/max/mdev = 1.300/1.300/1.300/0.000 ms',
          '',
        ].join('\n'),
      ),
    );
    expect({ sent, received, replies, errors }).to.deep.equal({
      sent: 2,
      received: 1,
      replies: [{ from: ipv4('172.16.184.1'), sequence: 1, ttl: 62, bytes: 64, roundTripUs: 1300 }],
      errors: [{ from: ipv4('192.168.10.101'), sequence: 2, text: 'Destination Host Unreachable' }],
    });
  });

  it('is read: what its own host refuses', () => {
    const words = [
      'ping: local error: message too long, mtu=1480',
      'ping: sendmsg: Invalid argument',
      '',
    ];
    const { localErrors } = readPing(pingTo('8.8.8.8'), said('', words.join('\n'), 1));
    expect(localErrors).to.deep.equal(['message too long, mtu=1480', 'sendmsg: Invalid argument']);
  });
});

describe('traceroute and arping', () => {
  it('are read: who answered, and who did not', () => {
    const { hops } = readTraceroute(
      { kind: 'traceroute', from: 'default/pod1', to: ipv4('8.8.8.8'), method: 'udp', maxHops: 3 },
      said(
        [
          'traceroute to 8.8.8.8 (8.8.8.8), 3 hops max, 60 byte packets',
          ' 1  192.168.10.101  0.112 ms',
          ' 2  *',
          ' 3  8.8.8.8  0.494 ms !N',
          '',
        ].join('\n'),
      ),
    );
    expect(hops).to.deep.equal([
      { ttl: 1, from: ipv4('192.168.10.101') },
      { ttl: 2, from: undefined },
      { ttl: 3, from: ipv4('8.8.8.8') },
    ]);
    const asked = {
      kind: 'arping',
      from: 'default/pod1',
      device: 'eth0',
      target: ipv4('169.254.1.1'),
      count: 1,
    } as const;
    const answer = 'Unicast reply from 169.254.1.1 [EE:EE:EE:EE:EE:EE]  0.578ms\n';
    expect(arpingWords(asked).join(' ')).to.equal('arping -b -c 1 -I eth0 169.254.1.1');
    expect(readArping(asked, said(answer)).answers).to.deep.equal(['ee:ee:ee:ee:ee:ee']);
  });
});
