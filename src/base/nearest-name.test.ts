/**
 * Names that somebody probably meant.
 */
import { expect } from 'chai';
import { didYouMeanOneOf, editDistance } from './nearest-name';

describe('did you mean', () => {
  it('counts letters that are added, removed or replaced', () => {
    expect(editDistance('pod1', 'pod1')).to.equal(0);
    expect(editDistance('podd1', 'pod1')).to.equal(1);
    expect(editDistance('', 'pod1')).to.equal(4);
  });

  it('names the nearest name where it is near', () => {
    expect(didYouMeanOneOf('podd2', ['pod1', 'pod2'])).to.equal('; did you mean pod2?');
  });

  it('lists what there is where nothing is near, and says so where there is nothing', () => {
    expect(didYouMeanOneOf('frontend', ['pod1', 'pod2'])).to.equal('; there is pod1, pod2');
    expect(didYouMeanOneOf('frontend', [])).to.equal('; there is none');
  });
});
