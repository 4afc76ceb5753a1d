/** A rule as a trace quotes it: with those just before it, and as they were then. */
import { expect } from 'chai';
import type { Hook, MatchedRule, NetfilterTable } from './packet';
import { TestHost } from './testing/test-host';
import { echo, TestPacket } from './testing/test-packet';

class QuotedPacket extends TestPacket {
  matched: readonly MatchedRule[] = [];

  override recordTable(
    table: NetfilterTable,
    hook: Hook,
    matched: readonly MatchedRule[],
    verdict: string,
  ): void {
    super.recordTable(table, hook, matched, verdict);
    this.matched = matched;
  }
}

function quotedBy({ netfilter }: TestHost): readonly MatchedRule[] {
  const packet = new QuotedPacket(echo({ from: '10.0.0.1', to: '10.0.0.2' }, 1));
  netfilter.run('forward', packet);
  return packet.matched;
}

function quote({ chain, number, text, before }: MatchedRule) {
  return { rule: `${chain} ${number}: ${text}`, before };
}

const PORTS = [1, 2, 3, 4].map((port) => `-A FORWARD -p udp -m udp --dport ${port} -j DROP`);

describe('a rule that a packet fitted', () => {
  it('is quoted with the three rules just before it', () => {
    const host = new TestHost();
    host.load('filter', ...PORTS, '-A FORWARD -j ACCEPT');
    expect(quotedBy(host).map(quote)).to.deep.equal([
      {
        rule: 'FORWARD 5: -j ACCEPT',
        before: [
          { number: 2, text: '-p udp -m udp --dport 2 -j DROP' },
          { number: 3, text: '-p udp -m udp --dport 3 -j DROP' },
          { number: 4, text: '-p udp -m udp --dport 4 -j DROP' },
        ],
      },
    ]);
  });

  it('is quoted with fewer near the head of its chain', () => {
    const host = new TestHost();
    host.load('filter', '-A FORWARD -j own', '-A own -p udp -j DROP', '-A own -j ACCEPT');
    expect(quotedBy(host).map(quote)).to.deep.equal([
      { rule: 'FORWARD 1: -j own', before: [] },
      { rule: 'own 2: -j ACCEPT', before: [{ number: 1, text: '-p udp -j DROP' }] },
    ]);
  });

  it('keeps what stood before it when the chain is changed, and is quoted anew', () => {
    const host = new TestHost();
    host.load('filter', '-A FORWARD -p udp -j DROP', '-A FORWARD -j ACCEPT');
    const old = quotedBy(host);
    host.netfilter.replaceRule('filter', 'FORWARD', 1, { matches: [], target: undefined });
    const next = quotedBy(host);
    expect([old, next].map((quoted) => quoted.map(quote))).to.deep.equal([
      [{ rule: 'FORWARD 2: -j ACCEPT', before: [{ number: 1, text: '-p udp -j DROP' }] }],
      [
        { rule: 'FORWARD 1: ', before: [] },
        { rule: 'FORWARD 2: -j ACCEPT', before: [{ number: 1, text: '' }] },
      ],
    ]);
  });
  it('is quoted from its chain under the new name when that is renamed', () => {
    const host = new TestHost();
    host.load('filter', '-A FORWARD -j own', '-A own -j ACCEPT');
    quotedBy(host);
    host.netfilter.renameChain('filter', 'own', 'other');
    expect(quotedBy(host).map(quote)).to.deep.equal([
      { rule: 'FORWARD 1: -j other', before: [] },
      { rule: 'other 1: -j ACCEPT', before: [] },
    ]);
  });
});
