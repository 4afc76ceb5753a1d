import { expect } from 'chai';
import { lineDiff } from './line-diff';

describe('lineDiff', () => {
  it('marks what is missing and what is there instead, and shows the rest', () => {
    const diff = lineDiff(['one', 'two', 'three'], ['one', 'zwei', 'three', 'four']);
    expect(diff).to.deep.equal(['  one', '- two', '+ zwei', '  three', '+ four']);
  });

  it('marks nothing where both are the same', () => {
    expect(lineDiff(['one'], ['one'])).to.deep.equal(['  one']);
  });
});
