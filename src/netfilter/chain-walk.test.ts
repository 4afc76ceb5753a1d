/** The walk through chains: against an interpreter that does it the obvious way, and case by case. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Rule } from './rule';
import type { Target } from './targets/index';
import { TestHost } from './testing/test-host';
import { echo, TestPacket, udp } from './testing/test-packet';

const PING = echo({ from: '10.0.0.1', to: '10.0.0.2' }, 1);

/** Chain `c0` is FORWARD; a chain leads only to later ones, so there are no loops. */
type Chains = readonly (readonly Rule[])[];

const nameOf = (chain: number) => (chain === 0 ? 'FORWARD' : `c${chain}`);

const CHAIN_COUNT = 4;

function arbitraryTarget(chain: number): fc.Arbitrary<Target | undefined> {
  const later = Array.from({ length: CHAIN_COUNT - 1 - chain }, (_, at) => nameOf(chain + 1 + at));
  const simple: readonly (Target | undefined)[] = [
    undefined,
    { kind: 'accept' },
    { kind: 'drop' },
    { kind: 'return' },
    { kind: 'mark', value: 1, mask: 1 },
    { kind: 'mark', value: 2, mask: 2 },
    { kind: 'mark', value: 0, mask: 3 },
    ...later.flatMap((name): Target[] => [
      { kind: 'jump', chain: name },
      { kind: 'jump', chain: name },
      { kind: 'goto', chain: name },
    ]),
  ];
  return fc.constantFrom(...simple);
}

const arbitraryChains: fc.Arbitrary<Chains> = fc.tuple(
  ...Array.from({ length: CHAIN_COUNT }, (_, chain) =>
    fc.array(
      fc.record({
        matches: fc.array(
          fc.record({
            kind: fc.constant('mark' as const),
            value: fc.nat(3),
            mask: fc.nat(3),
            inverted: fc.boolean(),
          }),
          { maxLength: 2 },
        ),
        target: arbitraryTarget(chain),
      }),
      { maxLength: 6 },
    ),
  ),
);

/** `undefined`: back to the caller. */
function interpret(chains: Chains, chain: number, packet: { mark: number }): string | undefined {
  for (const { matches, target } of chains[chain] ?? []) {
    const fits = matches.every(
      (match) =>
        match.kind === 'mark' && ((packet.mark & match.mask) === match.value) !== match.inverted,
    );
    if (!fits || target === undefined) continue;
    if (target.kind === 'accept' || target.kind === 'drop') return target.kind;
    if (target.kind === 'return') return undefined;
    if (target.kind === 'mark') packet.mark = (packet.mark & ~target.mask) ^ target.value;
    if (target.kind !== 'jump' && target.kind !== 'goto') continue;
    const verdict = interpret(chains, Number(target.chain.slice(1)), packet);
    if (verdict !== undefined || target.kind === 'goto') return verdict;
  }
  return undefined;
}

describe('the walk through chains', () => {
  it('ends where an interpreter of the rules ends', () => {
    fc.assert(
      fc.property(arbitraryChains, fc.nat(3), fc.boolean(), (chains, mark, drops) => {
        const { netfilter } = new TestHost();
        chains.forEach((rules, chain) => {
          netfilter.restoreChain('filter', nameOf(chain), rules);
        });
        netfilter.setPolicy('filter', 'FORWARD', drops ? 'DROP' : 'ACCEPT');
        const packet = new TestPacket(PING);
        packet.mark = mark;
        const naive = { mark };
        const expected = interpret(chains, 0, naive) ?? (drops ? 'drop' : 'accept');
        expect(netfilter.run('forward', packet).kind).to.equal(expected);
        expect(packet.mark).to.equal(naive.mark);
      }),
      { numRuns: 500 },
    );
  });

  it('says which rule decided, and counts packets and bytes', () => {
    const host = new TestHost();
    host.load(
      'filter',
      '-A FORWARD -m comment --comment "cali:abc" -j cali-FORWARD',
      '-A cali-FORWARD -p udp -j ACCEPT',
      '-A cali-FORWARD -i cali+ -j DROP',
    );
    const packet = new TestPacket(PING, 'cali123');
    expect(host.netfilter.run('forward', packet)).to.deep.equal({
      kind: 'drop',
      because: 'filter/cali-FORWARD rule 2: -i cali+ -j DROP',
    });
    expect(packet.tables).to.deep.equal(['filter forward: FORWARD:1 cali-FORWARD:2 => DROP']);
    const counters = host.netfilter
      .chain('filter', 'cali-FORWARD')
      .rules.map(({ packets, bytes }) => ({ packets, bytes }));
    expect(counters).to.deep.equal([
      { packets: 0, bytes: 0 },
      { packets: 1, bytes: 32 },
    ]);
  });

  it('says so where the policy decided', () => {
    const { netfilter } = new TestHost();
    netfilter.setPolicy('filter', 'FORWARD', 'DROP');
    expect(netfilter.run('forward', new TestPacket(PING))).to.deep.equal({
      kind: 'drop',
      because: 'policy of filter/FORWARD is DROP',
    });
    expect(netfilter.chain('filter', 'FORWARD')).to.include({ packets: 1, bytes: 32 });
  });

  it('hands on what to answer a rejected packet with', () => {
    const host = new TestHost();
    host.load('filter', '-A FORWARD -j REJECT --reject-with icmp-host-prohibited');
    expect(host.netfilter.run('forward', new TestPacket(PING))).to.deep.equal({
      kind: 'reject',
      with: 'icmp-host-prohibited',
      because: 'filter/FORWARD rule 1: -j REJECT --reject-with icmp-host-prohibited',
    });
  });

  it('asks the tables of each hook in the order of their priorities', () => {
    const host = new TestHost();
    const jumps = (...chains: string[]) => chains.map((chain) => `-A ${chain}`);
    host.load('filter', ...jumps('INPUT', 'FORWARD', 'OUTPUT'));
    host.load('filter', '-N asks', '-A asks -m conntrack --ctstate NEW');
    host.load('nat', ...jumps('PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'));
    host.load('mangle', ...jumps('PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'));
    host.load('raw', ...jumps('PREROUTING', 'OUTPUT'));
    const datagram = (port: number) => udp({ from: `10.0.0.1:${port}`, to: '10.0.0.2:53' });
    const tables = ({ tables: recorded }: TestPacket) => recorded.map((line) => line.split(':')[0]);
    expect(tables(host.forward(datagram(1), 'a', 'b'))).to.deep.equal([
      'raw prerouting',
      'mangle prerouting',
      'nat prerouting',
      'mangle forward',
      'filter forward',
      'mangle postrouting',
      'nat postrouting',
    ]);
    expect(tables(host.receive(datagram(2), 'a'))).to.deep.equal([
      'raw prerouting',
      'mangle prerouting',
      'nat prerouting',
      'mangle input',
      'filter input',
      'nat input',
    ]);
    expect(tables(host.send(datagram(3), 'a'))).to.deep.equal([
      'raw output',
      'mangle output',
      'nat output',
      'filter output',
      'mangle postrouting',
      'nat postrouting',
    ]);
  });
});
