/** Connections as facts of the lab and nf_conntrack's sources have them. */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN } from '../../wire/tcp';
import { TestHost } from '../testing/test-host';
import { type Ends, echo, errorAbout, other, tcp, udp } from '../testing/test-packet';
import { listConnection } from './list-connection';

const OUT: Ends = { from: '10.0.0.1', to: '10.0.0.2' };
const BACK: Ends = { from: '10.0.0.2', to: '10.0.0.1' };
const SOCKET_OUT: Ends = { from: '10.0.0.1:40000', to: '10.0.0.2:80' };
const SOCKET_BACK: Ends = { from: '10.0.0.2:80', to: '10.0.0.1:40000' };

function trackingHost(): TestHost {
  const host = new TestHost();
  host.load('filter', '-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT');
  return host;
}

const rows = ({ netfilter: { connections }, nowUs }: TestHost) =>
  connections.list().map((connection) => listConnection(connection, nowUs));

describe('the connection tracker', () => {
  it('is awake as long as a rule asks for connections or changes addresses', () => {
    const host = new TestHost();
    expect(host.netfilter).to.include({ tracksConnections: false, isIdle: true });
    host.load('filter', '-A FORWARD -j ACCEPT');
    expect(host.netfilter).to.include({ tracksConnections: false, isIdle: false });
    host.load('raw', '-A PREROUTING -j NOTRACK');
    host.load('nat', '-A cali-nat-outgoing');
    expect(host.netfilter).to.include({ tracksConnections: false, isIdle: false });
    host.load('nat', '-A cali-nat-outgoing -j MASQUERADE');
    expect(host.netfilter).to.include({ tracksConnections: true, isIdle: false });
    host.netfilter.flushChain('nat', 'cali-nat-outgoing');
    expect(host.netfilter.tracksConnections).to.equal(false);
  });

  it('keeps one row for all echoes of one ping, for 30 seconds', () => {
    const host = trackingHost();
    expect(host.forward(echo(OUT, 7), 'a', 'b').ctState).to.equal('new');
    expect(host.forward(echo(OUT, 7), 'a', 'b').ctState).to.equal('new');
    expect(host.forward(echo(BACK, 7, 'reply'), 'b', 'a').ctState).to.equal('established');
    host.passSeconds(29);
    expect(rows(host)).to.deep.equal([
      'icmp     1 1 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=7 src=10.0.0.2 dst=10.0.0.1 type=0 code=0 id=7 mark=0 use=1',
    ]);
    host.passSeconds(1);
    expect(rows(host)).to.deep.equal([]);
  });

  it('says INVALID of an echo reply that nobody asked for', () => {
    const host = trackingHost();
    expect(host.forward(echo(BACK, 7, 'reply'), 'b', 'a')).to.include({
      ctState: 'invalid',
      connection: undefined,
    });
  });

  it('makes a UDP flow a stream when it still goes both ways after two seconds', () => {
    const host = trackingHost();
    host.forward(udp(SOCKET_OUT), 'a', 'b');
    expect(rows(host)[0]).to.match(/^udp {6}17 30 .*\[UNREPLIED\]/);
    host.forward(udp(SOCKET_BACK), 'b', 'a');
    host.passSeconds(3);
    host.forward(udp(SOCKET_OUT), 'a', 'b');
    expect(rows(host)).to.deep.equal([
      'udp      17 120 src=10.0.0.1 dst=10.0.0.2 sport=40000 dport=80 src=10.0.0.2 dst=10.0.0.1 sport=80 dport=40000 [ASSURED] mark=0 use=1',
    ]);
  });

  it('calls IPIP unknown, and forgets it after ten minutes', () => {
    const host = trackingHost();
    host.forward(other(OUT, 4), 'a', 'b');
    expect(rows(host)).to.deep.equal([
      'unknown  4 600 src=10.0.0.1 dst=10.0.0.2 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 mark=0 use=1',
    ]);
  });

  it('follows TCP from its SYN to TIME_WAIT', () => {
    const host = trackingHost();
    const states: string[] = [];
    const step = (ends: Ends, flags: number) => {
      host.forward(tcp(ends, flags), 'a', 'b');
      const [row = 'no row'] = rows(host);
      states.push(row.replace(/ src=.*?(\[\w+\])?( mark.*)$/, ' $1'));
    };
    step(SOCKET_OUT, TCP_SYN);
    step(SOCKET_BACK, TCP_SYN | TCP_ACK);
    step(SOCKET_OUT, TCP_ACK);
    step(SOCKET_OUT, TCP_FIN | TCP_ACK);
    step(SOCKET_BACK, TCP_ACK);
    step(SOCKET_BACK, TCP_FIN | TCP_ACK);
    step(SOCKET_OUT, TCP_ACK);
    expect(states.map((state) => state.trim())).to.deep.equal([
      'tcp      6 120 SYN_SENT',
      'tcp      6 60 SYN_RECV',
      'tcp      6 432000 ESTABLISHED [ASSURED]',
      'tcp      6 120 FIN_WAIT [ASSURED]',
      'tcp      6 60 CLOSE_WAIT [ASSURED]',
      'tcp      6 30 LAST_ACK [ASSURED]',
      'tcp      6 120 TIME_WAIT [ASSURED]',
    ]);
    step(SOCKET_OUT, TCP_SYN);
    expect(states.at(-1)?.trim()).to.equal('tcp      6 120 SYN_SENT');
  });

  it('keeps no row of a connection that was refused, and a closed one for 10 s', () => {
    const host = trackingHost();
    host.forward(tcp(SOCKET_OUT, TCP_SYN), 'a', 'b');
    host.forward(tcp(SOCKET_BACK, TCP_RST | TCP_ACK), 'b', 'a');
    expect(rows(host)).to.deep.equal([]);
    host.forward(tcp(SOCKET_OUT, TCP_SYN), 'a', 'b');
    host.forward(tcp(SOCKET_BACK, TCP_SYN | TCP_ACK), 'b', 'a');
    host.forward(tcp(SOCKET_OUT, TCP_ACK), 'a', 'b');
    host.forward(tcp(SOCKET_OUT, TCP_RST), 'a', 'b');
    expect(rows(host)[0]).to.match(/^tcp {6}6 10 CLOSE /);
  });

  it('picks TCP up in its middle, but not from a SYN+ACK', () => {
    const host = trackingHost();
    expect(host.forward(tcp(SOCKET_BACK, TCP_SYN | TCP_ACK), 'b', 'a').ctState).to.equal('invalid');
    expect(host.forward(tcp(SOCKET_OUT, TCP_ACK), 'a', 'b').ctState).to.equal('new');
    expect(rows(host)[0]).to.match(/^tcp {6}6 300 ESTABLISHED .*\[UNREPLIED\]/);
  });

  it('relates an ICMP error to the connection that it quotes', () => {
    const host = trackingHost();
    const request = udp(SOCKET_OUT);
    expect(host.forward(errorAbout(request, '10.0.0.2'), 'b', 'a').ctState).to.equal('invalid');
    host.forward(request, 'a', 'b');
    const error = host.forward(errorAbout(request, '10.0.0.2'), 'b', 'a');
    expect(error).to.include({ ctState: 'related', ctDirection: 'reply' });
    expect(error.connection?.original.sourceKey).to.equal(40000);
  });

  it('leaves no row of a first packet that was dropped or rejected', () => {
    for (const target of ['DROP', 'REJECT']) {
      const host = trackingHost();
      host.load('filter', `-A FORWARD -m conntrack --ctstate NEW -j ${target}`);
      host.forward(udp(SOCKET_OUT), 'a', 'b');
      expect(rows(host)).to.deep.equal([]);
    }
  });

  it('does not look at packets that a rule said not to track', () => {
    const host = trackingHost();
    host.load('raw', '-A PREROUTING -p icmp -j NOTRACK');
    const packet = host.forward(echo(OUT, 7), 'a', 'b');
    expect(packet).to.include({ ctState: 'untracked', connection: undefined });
    expect(rows(host)).to.deep.equal([]);
  });

  it('forgets all rows of an address, or all rows', () => {
    const host = trackingHost();
    const rest: Ends = { from: '10.0.0.8', to: '10.0.0.9' };
    host.forward(echo(OUT, 7), 'a', 'b');
    host.forward(echo(rest, 8), 'a', 'b');
    host.netfilter.connections.deleteAddress(ipv4('10.0.0.2'));
    expect(rows(host)).to.have.lengthOf(1);
    host.netfilter.connections.flush();
    expect(rows(host)).to.deep.equal([]);
    expect(host.forward(echo(rest, 8), 'a', 'b').ctState).to.equal('new');
  });
});
