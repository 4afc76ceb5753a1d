import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseSelector, selector } from './labels';

const labels = { zone: 'a', disk: 'ssd', 'topology.kubernetes.io/zone': 'b', empty: '' };

describe('a selector', () => {
  for (const [text, fits] of [
    ['', true],
    ['all()', true],
    ['has(zone)', true],
    ['!has(zone)', false],
    ['has( rack )', false],
    ["zone == 'a'", true],
    ['zone == "b"', false],
    ["zone=='a'&&disk!='hdd'", true],
    ["rack != 'r1'", true],
    ["rack == ''", false],
    ["empty == ''", true],
    ["zone in {'a', 'b'}", true],
    ['zone in {}', false],
    ["zone not in {'a'}", false],
    ["rack not in {'r1'}", true],
    ["zone == 'b' || disk == 'ssd' && has(zone)", true],
    ["(zone == 'a' || disk == 'ssd') && has(rack)", false],
    ["!(zone == 'a' && has(rack))", true],
    ["topology.kubernetes.io/zone == 'b'", true],
    ["disk starts with 's' && disk ends with 'd' && disk contains 'ss'", true],
    ['has(constructor)', false],
  ] as const) {
    it(`${text || '(empty)'} ${fits ? 'fits' : 'does not fit'}`, () => {
      expect(selector(text).matches(labels)).to.equal(fits);
    });
  }

  for (const [text, column, reason] of [
    [
      "zone = 'a'",
      6,
      'expected ==, !=, in, not in, contains, starts with or ends with at column 6, found "="',
    ],
    ['zone == a', 9, 'expected a text in quotes at column 9, found "a"'],
    ["zone == 'a", 9, 'expected a text in quotes at column 9, found "\'"'],
    ['has(zone', 9, 'expected ) at column 9, found its end'],
    ['any()', 1, 'expected all() or has(…) at column 1, found "any"'],
    ["zone in 'a'", 9, 'expected { at column 9, found "a"'],
    ['all() all()', 7, 'expected && or || at column 7, found "all"'],
    ['all() &&', 9, 'expected a label, all(), has(…), ! or ( at column 9, found its end'],
    ['!'.repeat(500), 101, 'expected less nesting at column 101, found "!"'],
  ] as const) {
    it(`${text.slice(0, 20)} is none`, () => {
      expect(parseSelector(text)).to.deep.equal({ kind: 'bad-selector', column, reason });
    });
  }

  it('is read or refused, whatever the text', () => {
    const words = fc.constantFrom(
      'all()',
      'has(',
      'x',
      "'a'",
      '==',
      'in',
      '{',
      '}',
      '(',
      ')',
      '!',
      '&&',
      '||',
      ',',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          expect(parseSelector(text).kind).to.be.oneOf(['selector', 'bad-selector']);
        },
      ),
    );
  });
});
