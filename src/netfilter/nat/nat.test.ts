/** NAT as the lab's facts have it: what translates, what follows, and which ports are taken. */
import { expect } from 'chai';
import fc from 'fast-check';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import type { Ipv4Packet } from '../../wire/ipv4';
import { quotedIcmp, quotedPorts } from '../../wire/quote';
import { TCP_ACK, TCP_SYN } from '../../wire/tcp';
import { TestHost } from '../testing/test-host';
import { type Ends, echo, errorAbout, tcp, udp } from '../testing/test-packet';

const POD: Ends = { from: '172.16.158.1', to: '8.8.8.8' };
const ANSWER: Ends = { from: '8.8.8.8', to: '192.168.10.101' };

/** A node that masquerades what its pods send to the outside. */
function node(flags = ''): TestHost {
  const host = new TestHost();
  host.load('nat', `-A POSTROUTING -s 172.16.0.0/16 -j MASQUERADE ${flags}`);
  return host;
}

function ends({ source, destination, payload }: Ipv4Packet): string {
  const from = formatIpv4(source);
  const to = formatIpv4(destination);
  switch (payload.kind) {
    case 'tcp':
    case 'udp':
      return `${from}:${payload.sourcePort} > ${to}:${payload.destinationPort}`;
    case 'icmp-echo':
      return `${from} > ${to} id ${payload.id}`;
    default:
      return `${from} > ${to}`;
  }
}

const idOf = ({ payload }: Ipv4Packet) => (payload.kind === 'icmp-echo' ? payload.id : -1);
const portOf = ({ payload }: Ipv4Packet) => (payload.kind === 'udp' ? payload.sourcePort : -1);

const outside = (host: TestHost, packet: Ipv4Packet) => host.forward(packet, 'cali1', 'ens5');
const inside = (host: TestHost, packet: Ipv4Packet) => host.forward(packet, 'ens5', 'cali1');

describe('source NAT', () => {
  it('keeps an ICMP id and a port that are free', () => {
    const host = node();
    expect(ends(outside(host, echo(POD, 500)).packet)).to.equal('192.168.10.101 > 8.8.8.8 id 500');
    const datagram = udp({ from: '172.16.158.1:40000', to: '8.8.8.8:53' });
    expect(ends(outside(host, datagram).packet)).to.equal('192.168.10.101:40000 > 8.8.8.8:53');
  });

  it('changes only the second comer with the same tuple', () => {
    const host = node();
    outside(host, udp({ from: '172.16.158.1:40000', to: '8.8.8.8:53' }));
    const second = outside(host, udp({ from: '172.16.158.2:40000', to: '8.8.8.8:53' })).packet;
    expect(second.source).to.equal(ipv4('192.168.10.101'));
    expect(portOf(second)).to.not.equal(40000);
    expect(portOf(second)).to.be.within(1024, 65535);
    const elsewhere = outside(host, udp({ from: '172.16.158.3:40000', to: '8.8.4.4:53' })).packet;
    expect(portOf(elsewhere)).to.equal(40000);
  });

  it('gives one socket the same port for all its destinations', () => {
    const host = node();
    outside(host, udp({ from: '172.16.158.1:40000', to: '8.8.8.8:53' }));
    const first = outside(host, udp({ from: '172.16.158.2:40000', to: '8.8.8.8:53' })).packet;
    const second = outside(host, udp({ from: '172.16.158.2:40000', to: '8.8.4.4:53' })).packet;
    expect(portOf(second)).to.equal(portOf(first));
  });

  it('never keeps the id with --random-fully, and brings the reply back', () => {
    const host = node('--random-fully');
    const request = outside(host, echo(POD, 4242));
    const id = idOf(request.packet);
    expect(id).to.not.equal(4242);
    expect(ends(request.packet)).to.equal(`192.168.10.101 > 8.8.8.8 id ${id}`);
    expect(request.translations).to.deep.equal(['postrouting']);
    const reply = inside(host, echo(ANSWER, id, 'reply'));
    expect(ends(reply.packet)).to.equal('8.8.8.8 > 172.16.158.1 id 4242');
    expect(reply.translations).to.deep.equal(['prerouting']);
    expect(idOf(outside(host, echo(POD, 4242)).packet)).to.equal(id);
  });

  it('draws ports from the range of the original one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffff }), (port) => {
        const from = `172.16.158.1:${port}`;
        const translated = portOf(
          outside(node('--random-fully'), udp({ from, to: '8.8.8.8:53' })).packet,
        );
        if (port < 512) expect(translated).to.be.within(1, 511);
        else if (port < 1024) expect(translated).to.be.within(600, 1023);
        else expect(translated).to.be.within(1024, 65535);
      }),
    );
  });

  it('gives 230 flows 230 ports', () => {
    const host = node('--random-fully');
    const ports = Array.from({ length: 230 }, (_, at) =>
      portOf(outside(host, udp({ from: `172.16.158.1:${20000 + at}`, to: '8.8.8.8:53' })).packet),
    );
    expect(new Set(ports)).to.have.property('size', 230);
  });

  it('stays within --to-ports', () => {
    const host = new TestHost();
    host.load('nat', '-A POSTROUTING -p udp -j MASQUERADE --to-ports 3000-3001 --random-fully');
    const ports = [1, 2].map((pod) =>
      portOf(outside(host, udp({ from: `172.16.158.${pod}:40000`, to: '8.8.8.8:53' })).packet),
    );
    expect(ports.sort()).to.deep.equal([3000, 3001]);
    const third = outside(host, udp({ from: '172.16.158.3:40000', to: '8.8.8.8:53' }));
    expect(third.connection?.isConfirmed).to.equal(false);
  });

  it('decides once: a live flow keeps what it got when the rules change', () => {
    const host = node('--random-fully');
    host.load('filter', '-A FORWARD -m conntrack --ctstate INVALID -j DROP');
    const id = idOf(outside(host, echo(POD, 1)).packet);
    host.netfilter.flushChain('nat', 'POSTROUTING');
    expect(ends(outside(host, echo(POD, 1)).packet)).to.equal(`192.168.10.101 > 8.8.8.8 id ${id}`);
    expect(ends(outside(host, echo(POD, 2)).packet)).to.equal('172.16.158.1 > 8.8.8.8 id 2');
    host.load('nat', '-A POSTROUTING -j MASQUERADE');
    expect(ends(outside(host, echo(POD, 2)).packet)).to.equal('172.16.158.1 > 8.8.8.8 id 2');
    expect(ends(outside(host, echo(POD, 3)).packet)).to.equal('192.168.10.101 > 8.8.8.8 id 3');
  });

  it('does not translate replies of a connection that began without it', () => {
    const host = new TestHost();
    host.load('nat', '-A PREROUTING');
    inside(host, echo({ from: '8.8.8.8', to: '172.16.158.1' }, 9));
    host.load('nat', '-A POSTROUTING -j MASQUERADE');
    expect(ends(outside(host, echo(POD, 9, 'reply')).packet)).to.equal(
      '172.16.158.1 > 8.8.8.8 id 9',
    );
  });

  it("keeps the host's own packets from taking a translated flow's tuple", () => {
    const host = node();
    outside(host, udp({ from: '172.16.158.1:40000', to: '8.8.8.8:53' }));
    const own = host.send(udp({ from: '192.168.10.101:40000', to: '8.8.8.8:53' }), 'ens5').packet;
    expect(portOf(own)).to.not.equal(40000);
  });

  it('lets no packet of a masqueraded connection leave by another interface', () => {
    const host = node();
    outside(host, echo(POD, 1));
    const astray = host.forward(echo(POD, 1), 'cali1', 'ens6');
    expect(astray.connection?.isDead).to.equal(true);
  });
});

describe('an ICMP error about a translated packet', () => {
  it('is un-translated outside and in its quotation', () => {
    const host = node('--random-fully');
    const sent = outside(host, echo(POD, 4242)).packet;
    const { packet } = inside(host, errorAbout(sent, '192.168.10.1'));
    expect(ends(packet)).to.equal('192.168.10.1 > 172.16.158.1');
    const { payload } = packet;
    if (payload.kind !== 'icmp-error') throw new Error('it is no error any more');
    expect(formatIpv4(payload.quoted.source)).to.equal('172.16.158.1');
    expect(formatIpv4(payload.quoted.destination)).to.equal('8.8.8.8');
    expect(quotedIcmp(payload.quoted)).to.include({ type: 8, code: 0, id: 4242 });
  });

  it('names the old port in its quotation', () => {
    const host = node('--random-fully');
    const sent = outside(host, udp({ from: '172.16.158.1:40000', to: '8.8.8.8:53' })).packet;
    const { packet } = inside(host, errorAbout(sent, '8.8.8.8', 3, 3));
    const { payload } = packet;
    if (payload.kind !== 'icmp-error') throw new Error('it is no error any more');
    expect(quotedPorts(payload.quoted)).to.deep.equal({ source: 40000, destination: 53 });
  });

  it('hides the new destination from the client of a service', () => {
    const host = service();
    const request = host.forward(udp({ from: '172.16.158.1:5000', to: '10.96.0.11:80' }), 'a', 'b');
    const error = errorAbout(request.packet, '172.16.158.2', 3, 3);
    const { packet } = host.forward(error, 'b', 'a');
    expect(ends(packet)).to.equal('10.96.0.11 > 172.16.158.1');
    const { payload } = packet;
    if (payload.kind !== 'icmp-error') throw new Error('it is no error any more');
    expect(formatIpv4(payload.quoted.destination)).to.equal('10.96.0.11');
    expect(quotedPorts(payload.quoted)).to.deep.equal({ source: 5000, destination: 80 });
  });

  it('does not come through where it is a redirect', () => {
    const host = node();
    const sent = outside(host, echo(POD, 1)).packet;
    const redirect = inside(host, errorAbout(sent, '192.168.10.1', 5, 1));
    expect(redirect.translations).to.deep.equal([]);
    expect(redirect.outInterface).to.equal('');
  });
});

function service(): TestHost {
  const host = new TestHost();
  host.load(
    'nat',
    '-A PREROUTING -d 10.96.0.11 -j DNAT --to-destination 172.16.158.2',
    '-A OUTPUT -d 10.96.0.11 -j DNAT --to-destination 172.16.158.2',
  );
  return host;
}

describe('destination NAT', () => {
  it('sends a client to the pod behind a service, and hides the pod in the answer', () => {
    const host = new TestHost();
    host.load(
      'nat',
      '-A PREROUTING -d 10.96.0.11/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.16.158.2:8080',
    );
    const request = tcp({ from: '172.16.158.1:5000', to: '10.96.0.11:80' }, TCP_SYN);
    expect(ends(host.forward(request, 'a', 'b').packet)).to.equal(
      '172.16.158.1:5000 > 172.16.158.2:8080',
    );
    const answer = tcp({ from: '172.16.158.2:8080', to: '172.16.158.1:5000' }, TCP_SYN | TCP_ACK);
    expect(ends(host.forward(answer, 'b', 'a').packet)).to.equal(
      '10.96.0.11:80 > 172.16.158.1:5000',
    );
  });

  it('changes where a packet of the host itself goes', () => {
    const sent = service().send(echo({ from: '192.168.10.101', to: '10.96.0.11' }, 1), 'cali1');
    expect(ends(sent.packet)).to.equal('192.168.10.101 > 172.16.158.2 id 1');
    expect(sent.translations).to.deep.equal(['output']);
  });

  it('goes with source NAT where a pod reaches itself through a service', () => {
    const host = service();
    host.load(
      'nat',
      '-A POSTROUTING -s 172.16.158.2 -d 172.16.158.2 -j SNAT --to-source 192.168.10.101',
    );
    const request = host.forward(udp({ from: '172.16.158.2:5000', to: '10.96.0.11:53' }), 'a', 'a');
    expect(ends(request.packet)).to.equal('192.168.10.101:5000 > 172.16.158.2:53');
    const answer = host.forward(
      udp({ from: '172.16.158.2:53', to: '192.168.10.101:5000' }),
      'a',
      'a',
    );
    expect(ends(answer.packet)).to.equal('10.96.0.11:53 > 172.16.158.2:5000');
  });

  it('shows in --ctstate DNAT', () => {
    const host = service();
    host.load('filter', '-A FORWARD -m conntrack --ctstate DNAT -j DROP');
    const request = host.forward(udp({ from: '172.16.158.1:5000', to: '10.96.0.11:53' }), 'a', 'b');
    expect(request.tables).to.include('filter forward: FORWARD:1 => DROP');
  });
});
