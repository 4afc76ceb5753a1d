/**
 * Names that somebody probably meant.
 */
import { expect } from 'chai';
import { didYouMeanOneOf, editDistance, surelyMeant } from './nearest-name';

describe('did you mean', () => {
  it('counts letters that are added, removed or replaced', () => {
    expect(editDistance('pod1', 'pod1')).to.equal(0);
    expect(editDistance('podd1', 'pod1')).to.equal(1);
    expect(editDistance('', 'pod1')).to.equal(4);
  });

  it('names the nearest name where it is near', () => {
    expect(didYouMeanOneOf('podd2', ['pod1', 'pod2'])).to.equal('; did you mean pod2?');
  });

  it('is sure where one is nearest, and no digit is another', () => {
    expect(surelyMeant('tun0', ['tunl0', 'ens5'])).to.equal('tunl0');
    expect(surelyMeant('k8s-w3', ['k8s-w1', 'k8s-w2'])).to.equal(undefined);
    expect(surelyMeant('pod3', ['pod1'])).to.equal(undefined);
    expect(surelyMeant('weba', ['webs', 'webt'])).to.equal(undefined);
    expect(surelyMeant('frontend', ['pod1'])).to.equal(undefined);
  });

  it('lists what there is where nothing is near, and says so where there is nothing', () => {
    expect(didYouMeanOneOf('frontend', ['pod1', 'pod2'])).to.equal('; there is pod1, pod2');
    expect(didYouMeanOneOf('frontend', [])).to.equal('; there is none');
  });
});
