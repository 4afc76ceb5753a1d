/** Options as spf13/pflag reads them, and its complaints. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { type Flag, readFlags } from './flags';

const FLAGS: readonly Flag[] = [
  { name: 'output', letter: 'o', takes: 'text' },
  { name: 'stdin', letter: 'i', takes: 'switch' },
  { name: 'tty', letter: 't', takes: 'switch' },
  { name: 'grace-period', takes: 'number' },
  { name: 'dry-run', takes: 'text', alone: 'unchanged' },
];

const read = (...words: string[]) => readFlags(words, FLAGS, 'get');

describe('options of kubectl', () => {
  it('may be written in five ways, before and behind what they belong to', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ['-o', 'wide'],
          ['-owide'],
          ['-o=wide'],
          ['--output', 'wide'],
          ['--output=wide'],
        ),
        fc.nat(2),
        (option, place) => {
          const words = ['pods', 'pod1'];
          const read = readFlags(
            [...words.slice(0, place), ...option, ...words.slice(place)],
            FLAGS,
            'get',
          );
          expect([read.text('output'), read.operands]).to.deep.equal(['wide', words]);
        },
      ),
    );
  });

  it('of one letter may stand together, the last with its value', () => {
    const words = read('pod1', '-itowide', '--', 'zsh', '-o');
    expect([words.isOn('stdin'), words.isOn('tty'), words.text('output')]).to.deep.equal([
      true,
      true,
      'wide',
    ]);
    expect([words.operands, words.dashAt]).to.deep.equal([['pod1', 'zsh', '-o'], 1]);
  });

  it('may be switched off, and have a meaning where they stand alone', () => {
    const words = read('--stdin=false', '--dry-run', '-t=1');
    expect([words.isOn('stdin'), words.has('stdin'), words.isOn('tty')]).to.deep.equal([
      false,
      true,
      true,
    ]);
    expect(words.text('dry-run')).to.equal('unchanged');
  });

  const complaints: readonly (readonly [words: string[], says: string])[] = [
    [['-z'], "unknown shorthand flag: 'z' in -z"],
    [['-tz'], "unknown shorthand flag: 'z' in -z"],
    [['--zoo=1'], 'unknown flag: --zoo'],
    [['-o'], "flag needs an argument: 'o' in -o"],
    [['--output'], 'flag needs an argument: --output'],
    [
      ['--grace-period=x'],
      'invalid argument "x" for "--grace-period" flag: strconv.ParseInt: parsing "x": invalid syntax',
    ],
    [
      ['--stdin=maybe'],
      'invalid argument "maybe" for "-i, --stdin" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
  ];
  for (const [words, says] of complaints) {
    it(`are refused: ${words.join(' ')}`, () => {
      expect(() => read(...words)).to.throw(`error: ${says}\nSee 'kubectl get --help' for usage.`);
    });
  }
});
