/** How deeds become processes: together where their order allows. */
import { expect } from 'chai';
import type { Deed } from '../observe/deed';
import { batchesOf } from './deed-batches';
import { restoreTextOf } from './restore-text';

const up = (host: string): Deed => ({ kind: 'op', host, op: { kind: 'link-up', device: 'lo' } });
const rule = (...words: string[]): Deed => ({ kind: 'iptables', host: 'a', words });

describe('batches of deeds', () => {
  it('hold what follows each other on one host', () => {
    const deeds: Deed[] = [
      { kind: 'host-add', host: 'a' },
      { kind: 'host-add', host: 'b' },
      up('a'),
      up('a'),
      up('b'),
      rule('-t', 'nat', '-N', 'x'),
      rule('-t', 'nat', '-A', 'x', '-j', 'RETURN'),
      { kind: 'conntrack-flush', host: 'a' },
      { kind: 'host-remove', host: 'b' },
    ];
    expect(batchesOf(deeds).map(({ kind }) => kind)).to.deep.equal([
      'hosts',
      'ops',
      'ops',
      'rules',
      'flush',
      'remove',
    ]);
  });
});

describe('commands of iptables', () => {
  it('are the input of one iptables-restore, a section a table', () => {
    const text = restoreTextOf([
      ['-t', 'nat', '-N', 'x'],
      ['-t', 'nat', '-A', 'x', '-m', 'comment', '--comment', 'two words'],
      ['-t', 'raw', '-I', 'PREROUTING', '-j', 'DROP'],
    ]);
    expect(text).to.equal(
      '*nat\n:x - [0:0]\n-A x -m comment --comment "two words"\nCOMMIT\n' +
        '*raw\n-I PREROUTING -j DROP\nCOMMIT\n',
    );
  });

  it('are left to iptables where the format says nothing of them', () => {
    expect(restoreTextOf([['-t', 'nat', '-X', 'x']])).to.equal(undefined);
    expect(restoreTextOf([['-A', 'FORWARD', '-j', 'DROP']])).to.equal(undefined);
  });
});
