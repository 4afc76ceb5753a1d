/** Which part of a class a machine grades. */
import { expect } from 'chai';
import fc from 'fast-check';
import { CliError } from '../exit-code';
import { inShard, readShard } from './shard';

describe('a shard', () => {
  it('is said, or known of the environment', () => {
    expect(readShard('2/3', undefined)).to.deep.equal({ number: 2, of: 3 });
    expect(readShard('3', '0')).to.deep.equal({ number: 1, of: 3 });
  });

  for (const [text, index, message] of [
    ['0/3', undefined, 'there is no 0 of 3'],
    ['4/3', undefined, 'there is no 4 of 3'],
    ['3', '3', 'there is no 4 of 3'],
    ['3', undefined, 'which of them? Say 1/3, or set JOB_COMPLETION_INDEX'],
    ['two', undefined, '2/3 is the second of three'],
  ] as const) {
    it(`is refused for ${text}${index === undefined ? '' : ` as number ${index}`}`, () => {
      expect(() => readShard(text, index)).to.throw(CliError, message);
    });
  }

  it('has everybody in one of them, once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, of) => {
        const shards = Array.from({ length: of }, (_, at) =>
          inShard(items, { number: at + 1, of }),
        );
        expect(shards.flat().sort()).to.deep.equal([...items].sort());
      }),
    );
  });
});
