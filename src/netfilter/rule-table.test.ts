/** Changes to chains, and how iptables 1.8.9 refuses those that cannot be. */
import { expect } from 'chai';
import { CommandError } from './command-error';
import type { Netfilter } from './netfilter';
import { parseRule } from './parse-rule';
import { renderRule } from './render-rule';
import { TestHost } from './testing/test-host';
import { splitWords } from './words';

const rule = (line: string) => parseRule(splitWords(line));

function netfilterWith(...lines: readonly string[]): Netfilter {
  const host = new TestHost();
  host.load('filter', ...lines);
  return host.netfilter;
}

const rulesOf = (netfilter: Netfilter, chain: string) =>
  netfilter.chain('filter', chain).rules.map((loaded) => renderRule(loaded.rule));

describe('a table', () => {
  it('lists its own chains first, then the others by name', () => {
    const netfilter = netfilterWith('-A cali-tw-b', '-A cali-FORWARD', '-A FORWARD');
    expect(netfilter.chains('filter').map(({ name }) => name)).to.deep.equal([
      'INPUT',
      'FORWARD',
      'OUTPUT',
      'cali-FORWARD',
      'cali-tw-b',
    ]);
  });

  it('inserts, appends and deletes by number or by text', () => {
    const netfilter = netfilterWith('-A FORWARD -i a', '-A FORWARD -i b');
    netfilter.insertRule('filter', 'FORWARD', 1, rule('-i first'));
    netfilter.appendRule('filter', 'FORWARD', rule('-i last'));
    netfilter.deleteRule('filter', 'FORWARD', 2);
    netfilter.deleteRule('filter', 'FORWARD', rule('--in-interface b'));
    expect(rulesOf(netfilter, 'FORWARD')).to.deep.equal(['-i first', '-i last']);
  });

  it('counts who leads to a chain and who asks for a set', () => {
    const netfilter = netfilterWith(
      '-A FORWARD -j c',
      '-A INPUT -g c',
      '-A c -m set --match-set s src',
    );
    expect(netfilter.references('filter', 'c')).to.equal(2);
    expect(netfilter.setReferences('s')).to.equal(1);
  });

  const refusals: readonly (readonly [
    what: string,
    said: string,
    (netfilter: Netfilter) => void,
  ])[] = [
    [
      'a chain that is not there',
      'No chain/target/match by that name.',
      (n) => n.flushChain('filter', 'no'),
    ],
    [
      'a number beyond the end',
      'Index of deletion too big.',
      (n) => n.deleteRule('filter', 'x', 9),
    ],
    [
      'a place beyond the end',
      'Index of insertion too big.',
      (n) => n.insertRule('filter', 'x', 9, rule('')),
    ],
    [
      'a rule that is not there',
      'Bad rule (does a matching rule exist in that chain?).',
      (n) => n.deleteRule('filter', 'x', rule('-i none')),
    ],
    ['a chain twice', 'Chain already exists.', (n) => n.newChain('filter', 'x')],
    [
      'a policy for a user chain',
      'Bad built-in chain name.',
      (n) => n.setPolicy('filter', 'x', 'DROP'),
    ],
    [
      'to replace a rule beyond the end',
      'Index of replacement too big.',
      (n) => n.replaceRule('filter', 'x', 9, rule('')),
    ],
    ['a name that is taken', 'File exists.', (n) => n.renameChain('filter', 'x', 'y')],
  ];
  for (const [what, said, change] of refusals) {
    it(`refuses ${what}`, () => {
      const netfilter = netfilterWith('-A x -j y', '-A y');
      expect(() => change(netfilter))
        .to.throw(CommandError, `iptables: ${said}`)
        .with.property('exitStatus', 1);
    });
  }

  const BUSY = 'CHAIN_USER_DEL failed (Device or resource busy): chain';
  const kernelRefusals: readonly (readonly [
    what: string,
    said: string,
    change: (netfilter: Netfilter) => void,
  ])[] = [
    ['to lose a chain that others lead to', `${BUSY} y`, (n) => n.deleteChain('filter', 'y')],
    ['to lose a chain with rules', `${BUSY} x`, (n) => n.deleteEmptyChain('filter', 'x')],
    [
      'a loop',
      'RULE_APPEND failed (Too many links): rule in chain y',
      (n) => n.appendRule('filter', 'y', rule('-j x')),
    ],
    [
      'a jump to one of its own chains',
      'RULE_APPEND failed (Operation not supported): rule in chain x',
      (n) => n.appendRule('filter', 'x', rule('-j INPUT')),
    ],
    [
      'NAT outside of the nat table',
      'RULE_INSERT failed (Invalid argument): rule in chain x',
      (n) => n.insertRule('filter', 'x', 1, rule('-j MASQUERADE')),
    ],
    [
      'a masquerade before the packet is routed',
      'RULE_APPEND failed (Invalid argument): rule in chain PREROUTING',
      (n) => n.appendRule('nat', 'PREROUTING', rule('-j MASQUERADE')),
    ],
    [
      'ports of TCP in a packet of UDP',
      'RULE_REPLACE failed (Invalid argument): rule in chain x',
      (n) => n.replaceRule('filter', 'x', 1, rule('-p udp -m tcp')),
    ],
  ];
  for (const [what, said, change] of kernelRefusals) {
    it(`refuses ${what}`, () => {
      const netfilter = netfilterWith('-A x -j y', '-A y');
      expect(() => change(netfilter))
        .to.throw(CommandError, `iptables v1.8.7 (nf_tables):  ${said}`)
        .with.property('exitStatus', 4);
    });
  }

  it('renames a chain, and whoever leads there follows', () => {
    const netfilter = netfilterWith('-A x -j y', '-A y');
    netfilter.renameChain('filter', 'y', 'z');
    expect(netfilter.chains('filter').map(({ name }) => name)).to.include.members(['x', 'z']);
    expect(netfilter.chain('filter', 'x').rules.map((one) => renderRule(one.rule))).to.deep.equal([
      '-j z',
    ]);
    expect(netfilter.references('filter', 'z')).to.equal(1);
  });

  it('refuses a jump to nowhere and a set that is not there', () => {
    const netfilter = netfilterWith('-A x');
    expect(() => netfilter.appendRule('filter', 'x', rule('-j nowhere'))).to.throw(
      CommandError,
      "Chain 'nowhere' does not exist",
    );
    expect(() => netfilter.appendRule('filter', 'x', rule('-m set --match-set s src'))).to.throw(
      CommandError,
      "Set s doesn't exist.",
    );
  });
});
