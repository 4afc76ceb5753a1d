import { expect } from 'chai';
import fc from 'fast-check';
import { splitCommandLine } from './split-command-line';

describe('a command line', () => {
  for (const [line, words] of [
    ['ip  -s\tneigh ', ['ip', '-s', 'neigh']],
    [`iptables --comment "a b" 'c  d'e\\ f`, ['iptables', '--comment', 'a b', 'c  de f']],
    [`a "x\\"y\\z" ''`, ['a', 'x"y\\z', '']],
    [`'a|b' "c;d"`, ['a|b', 'c;d']],
    ['', []],
  ] as const) {
    it(`${JSON.stringify(line)} is ${words.length} words`, () => {
      expect(splitCommandLine(line)).to.deep.equal(words);
    });
  }

  for (const line of ['ip r | grep x', 'a > b', 'a; b', 'a && b', 'a `b` < c']) {
    it(`${line} needs a shell`, () => {
      expect(() => splitCommandLine(line)).to.throw(
        'one command at a time: there is no shell here for pipes, redirections and lists',
      );
    });
  }

  it('reads back whatever is put between single quotes', () => {
    const word = fc.string().map((text) => text.replaceAll("'", ''));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.map((one) => `'${one}'`).join(' ');
        expect(splitCommandLine(line)).to.deep.equal(words);
      }),
    );
  });
});
