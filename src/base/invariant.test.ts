import { expect } from 'chai';
import { InvariantError, invariant } from './invariant';

describe('an invariant', () => {
  it('says what should have held', () => {
    expect(() => invariant(false, 'every link has two ends')).to.throw(
      InvariantError,
      'every link has two ends',
    );
  });

  it('is silent where it holds', () => {
    expect(() => invariant(true, 'one is one')).not.to.throw();
  });
});
