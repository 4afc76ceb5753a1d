/** Which packets fit which match: one line of a rule, one packet, one answer. */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { mac } from '../../addr/mac';
import { TCP_ACK, TCP_SYN } from '../../wire/tcp';
import { TestHost } from '../testing/test-host';
import { echo, errorAbout, other, TestPacket, tcp, udp } from '../testing/test-packet';

const PORTS = { from: '10.0.0.1:1000', to: '10.0.0.2:80' };
const PING = echo({ from: '10.0.0.1', to: '10.0.0.2' }, 1);

const PACKETS = {
  ping: PING,
  pong: echo({ from: '10.0.0.1', to: '10.0.0.2' }, 1, 'reply'),
  error: errorAbout(udp({ from: '10.0.0.2:80', to: '10.0.0.1:1000' }), '10.0.0.1', 3, 1),
  udp: udp(PORTS),
  syn: tcp(PORTS, TCP_SYN),
  synack: tcp(PORTS, TCP_SYN | TCP_ACK),
  ipip: other({ from: '10.0.0.1', to: '10.0.0.2' }, 4),
  own: echo({ from: '192.168.10.101', to: '10.0.0.2' }, 1),
} as const;

type PacketName = keyof typeof PACKETS;

const CASES: readonly (readonly [
  line: string,
  fits: readonly PacketName[],
  fitsNot: readonly PacketName[],
])[] = [
  ['-p icmp', ['ping', 'error'], ['udp', 'ipip']],
  ['! -p icmp', ['udp'], ['ping']],
  ['-p 4', ['ipip'], ['ping']],
  ['-s 10.0.0.0/31', ['ping'], ['own']],
  ['! -s 10.0.0.0/31', ['own'], ['ping']],
  ['-d 10.0.0.2', ['ping', 'udp'], []],
  ['-i cali+', ['ping'], []],
  ['-i cali', [], ['ping']],
  ['-i cali1 -o ens5', ['ping'], []],
  ['! -o ens+', [], ['ping']],
  ['-m mark --mark 0x10000/0x10000', ['ping'], []],
  ['-m mark --mark 0x10000', [], ['ping']],
  ['-m mark --mark 0x80000000/0x80000000', ['ping'], []],
  ['-m mark ! --mark 0x0/0x30000', ['ping'], []],
  ['-m conntrack --ctstate NEW', ['ping', 'syn', 'own'], ['pong', 'error', 'synack']],
  ['-m conntrack --ctstate INVALID,ESTABLISHED', ['pong', 'error', 'synack'], ['ping']],
  ['-m state ! --state INVALID', ['ping'], ['pong']],
  ['-m conntrack ! --ctstate DNAT', ['ping', 'pong'], []],
  ['-m set --match-set pool src', ['ping'], ['own']],
  ['-m set ! --match-set pool src', ['own'], ['ping']],
  ['-m set --match-set pool dst', ['ping', 'own'], []],
  ['-m set --match-set services dst,dst', ['syn'], ['udp', 'ping']],
  ['-m set --match-set services dst,src', ['udp'], ['syn']],
  ['-m addrtype --src-type LOCAL', ['own'], ['ping']],
  ['-m addrtype ! --src-type LOCAL --limit-iface-out', ['ping'], ['own']],
  ['-m addrtype ! --src-type LOCAL --limit-iface-in', ['ping', 'own'], []],
  ['-m addrtype --src-type LOCAL --dst-type UNICAST', ['own'], ['ping']],
  ['-p tcp --dport 80', ['syn', 'synack'], ['udp']],
  ['-p tcp ! --sport 1000:', [], ['syn']],
  ['-p tcp --syn', ['syn'], ['synack']],
  ['-p tcp --tcp-flags SYN,ACK SYN,ACK', ['synack'], ['syn']],
  ['-p udp --sport 999:1001', ['udp'], ['syn']],
  ['-p udp -m multiport --dports 22,79:81', ['udp'], ['syn']],
  ['-p udp -m multiport ! --dports 80', [], ['udp']],
  ['-p tcp -m multiport --ports 1000', ['syn'], []],
  ['-p icmp --icmp-type echo-request', ['ping'], ['pong', 'error']],
  ['-p icmp --icmp-type 3/1', ['error'], ['ping']],
  ['-p icmp --icmp-type 3/2', [], ['error']],
  ['-p icmp ! --icmp-type 8', ['pong', 'error'], ['ping', 'udp']],
  ['-m mac --mac-source 02:00:00:00:00:01', ['ping'], []],
  ['-m mac ! --mac-source 02:00:00:00:00:01', [], ['ping']],
  ['-m statistic --mode random --probability 1', ['ping'], []],
  ['-m statistic --mode random --probability 0', [], ['ping']],
  ['-m comment --comment anything', ['ping'], []],
];

function newHost(): TestHost {
  const host = new TestHost();
  const { ipsets } = host.netfilter;
  ipsets.create('pool', 'hash:net');
  ipsets.add('pool', '10.0.0.0/8');
  ipsets.create('services', 'hash:ip,port');
  ipsets.add('services', '10.0.0.2,tcp:80');
  ipsets.add('services', '10.0.0.2,udp:1000');
  host.routes.set('cali1', cidr('10.0.0.1/32'));
  return host;
}

function newPacket(name: PacketName): TestPacket {
  const packet = new TestPacket(PACKETS[name], 'cali1', 'ens5');
  packet.mark = 0x8001_0000;
  packet.sourceMac = mac('02:00:00:00:00:01');
  return packet;
}

function fits(host: TestHost, line: string, packet: TestPacket): boolean {
  host.load('mangle', `-A PREROUTING ${line} -j DROP`);
  // The tracker must run for rules that do not ask for it, too.
  host.load('nat', '-A PREROUTING');
  return host.run('prerouting', packet) === 'drop';
}

describe('a match', () => {
  for (const [line, expected, excluded] of CASES) {
    it(`${line} fits [${expected.join()}] and not [${excluded.join()}]`, () => {
      for (const name of expected)
        expect(fits(newHost(), line, newPacket(name)), name).to.equal(true);
      for (const name of excluded)
        expect(fits(newHost(), line, newPacket(name)), name).to.equal(false);
    });
  }

  it('-m rpfilter --invert fits what came in by the wrong interface', () => {
    const line = '-m rpfilter --validmark --invert';
    expect(fits(newHost(), line, newPacket('ping'))).to.equal(false);
    expect(fits(newHost(), line, newPacket('own'))).to.equal(true);
    expect(fits(newHost(), line, new TestPacket(PING, 'cali2'))).to.equal(true);
    expect(fits(newHost(), line, new TestPacket(PING, 'lo'))).to.equal(false);
  });

  it('-m statistic --mode nth fits every n-th packet of a host, from the one named', () => {
    const host = newHost();
    host.load('mangle', '-A FORWARD -m statistic --mode nth --every 3 --packet 1 -j DROP');
    const verdicts = Array.from({ length: 7 }, () => host.run('forward', newPacket('ping')));
    expect(verdicts.map((verdict) => verdict === 'drop')).to.deep.equal([
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('-m statistic --mode random fits about as many as it says', () => {
    const host = newHost();
    host.load('mangle', '-A FORWARD -m statistic --mode random --probability 0.25 -j DROP');
    const verdicts = Array.from({ length: 4000 }, () => host.run('forward', newPacket('ping')));
    expect(verdicts.filter((verdict) => verdict === 'drop')).to.have.length.within(900, 1100);
  });

  it('-m limit fits a burst, and then as many as the rate says', () => {
    const host = newHost();
    host.load('mangle', '-A FORWARD -m limit --limit 1/sec --limit-burst 2 -j DROP');
    const burst = () => [1, 2, 3].map(() => host.run('forward', newPacket('ping')) === 'drop');
    expect(burst()).to.deep.equal([true, true, false]);
    host.passSeconds(1);
    expect(burst()).to.deep.equal([true, false, false]);
  });

  it('of one rule value remembers each host apart', () => {
    const [one, other] = [newHost(), newHost()];
    one.load('mangle', '-A FORWARD -m statistic --mode nth --every 2 -j DROP');
    const rules = one.netfilter.chain('mangle', 'FORWARD').rules.map(({ rule }) => rule);
    other.netfilter.restoreChain('mangle', 'FORWARD', rules);
    expect(one.run('forward', newPacket('ping'))).to.equal('drop');
    expect(other.run('forward', newPacket('ping'))).to.equal('drop');
    expect(one.run('forward', newPacket('ping'))).to.equal('accept');
  });
});
