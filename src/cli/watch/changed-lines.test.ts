/** Where a text was changed, in the lines that it has now. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { changedLines } from './changed-lines';

describe('the lines that were changed', () => {
  const between = (before: string, after: string) =>
    changedLines([...before].join('\n'), [...after].join('\n'));

  it('go from the first change to the last', () => {
    expect(between('abcd', 'abXd')).to.deep.equal({ from: 3, to: 3 });
    expect(between('abcd', 'aXcY')).to.deep.equal({ from: 2, to: 4 });
    expect(between('abcd', 'abXYcd')).to.deep.equal({ from: 3, to: 4 });
    expect(between('', 'ab')).to.deep.equal({ from: 1, to: 2 });
    expect(between('abcd', 'abcd')).to.equal(undefined);
  });

  it('are the line before where lines were taken away', () => {
    expect(between('abcd', 'abd')).to.deep.equal({ from: 2, to: 2 });
    expect(between('abcd', 'bcd')).to.deep.equal({ from: 1, to: 1 });
  });

  it('leave what stands before and behind them as it was', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const all = { from: after.length + 1, to: after.length };
        const { from, to } = changedLines(before.join('\n'), after.join('\n')) ?? all;
        const head = after.slice(0, from - 1);
        const tail = after.slice(to);
        expect(before.slice(0, head.length)).to.deep.equal(head);
        expect(before.slice(before.length - tail.length)).to.deep.equal(tail);
      }),
    );
  });
});
