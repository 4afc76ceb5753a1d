/**
 * Nearest names.
 */
import { expect } from 'chai';
import { didYouMean, editDistance } from './did-you-mean';

describe('did you mean', () => {
  it('counts letters that are added, removed or replaced', () => {
    expect(editDistance('pod1', 'pod1')).to.equal(0);
    expect(editDistance('podd1', 'pod1')).to.equal(1);
    expect(editDistance('', 'pod1')).to.equal(4);
  });

  it('names the nearest name where it is near', () => {
    expect(didYouMean('podd2', ['pod1', 'pod2'])).to.equal('; did you mean pod2?');
  });

  it('lists what there is where nothing is near, and says so where there is nothing', () => {
    expect(didYouMean('frontend', ['pod1', 'pod2'])).to.equal('; there is pod1, pod2');
    expect(didYouMean('frontend', [])).to.equal('; there is none');
  });
});
