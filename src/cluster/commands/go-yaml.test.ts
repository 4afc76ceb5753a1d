/** YAML as kubectl and calicoctl print it, and as everybody reads it. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { goYaml, type Json } from './go-yaml';

const written = (text: string) => goYaml({ key: text }).replace(/^key: (.*)\n$/s, '$1');

describe('YAML', () => {
  it('has the keys in order, and lists where their parents stand', () => {
    const value = { spec: { uses: ['Workload', 'Tunnel'], cidr: '172.16.0.0/16' }, kind: 'IPPool' };
    expect(goYaml(value)).to.equal(
      'kind: IPPool\nspec:\n  cidr: 172.16.0.0/16\n  uses:\n  - Workload\n  - Tunnel\n',
    );
  });

  it('says so where there is nothing', () => {
    const value = { items: [], status: {}, time: null, gone: undefined };
    expect(goYaml(value)).to.equal('items: []\nstatus: {}\ntime: null\n');
  });

  it('has objects of a list beside their dashes', () => {
    const value = [{ b: 1, a: [{ c: true }] }];
    expect(goYaml(value)).to.equal('- a:\n  - c: true\n  b: 1\n');
  });

  for (const [text, expected] of [
    ['875', '"875"'],
    ['2022-01-30T12:52:16Z', '"2022-01-30T12:52:16Z"'],
    ['true', '"true"'],
    ['1e5', '"1e5"'],
    ['', '""'],
    ['all()', 'all()'],
    ['3.3.3.3', '3.3.3.3'],
    ['875/', '875/'],
    ['!has(rr)', "'!has(rr)'"],
    ['{"a":"b"}', `'{"a":"b"}'`],
    ["it's", "it's"],
    ["'it'", "'''it'''"],
    ['a: b', "'a: b'"],
    ['one\ntwo', '|-\n  one\n  two'],
    ['one\n', '|\n  one'],
  ] as const) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => {
      expect(written(text)).to.equal(expected);
    });
  }

  it('orders keys as go-yaml does: numbers by their value, letters after other signs', () => {
    const keys = ['b', 'a.c', 'a10', 'a9', 'ab', 'a/b'];
    const object = Object.fromEntries(keys.map((key) => [key, 1]));
    const order = goYaml(object)
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(order.slice(0, -1)).to.deep.equal(['a.c', 'a/b', 'a9', 'a10', 'ab', 'b']);
  });

  it('reads back equal, whatever the value', () => {
    // The reader takes some words without a digit before point or exponent for numbers (`.`, `e1`);
    // go-yaml, whose rules these are, does not.
    const misread = /^[-+]?(\.[\d_]*)?([eE][-+]?\d+)?$/;
    const isClear = (text: string) => text === '' || !misread.test(text);
    const key = fc
      .string({ minLength: 1, maxLength: 8 })
      .filter((text) => text !== '__proto__' && isClear(text));
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme-ascii' }).filter(isClear),
        fc.constantFrom('yes', '0x1f', '12:30', '~', '- a', 'a # b', ' a', 'a\nb', '#', '=', '<<'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(parse(goYaml(value), { version: '1.1', merge: false })).to.deep.equal(value);
      }),
    );
  });
});
