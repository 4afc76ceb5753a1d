/** What cobra suggests for a misspelt verb. */
import { expect } from 'chai';
import { didYouMeanVerb } from './verb-suggestion';

const VERBS = ['get', 'set', 'describe', 'delete'];

describe('a verb that nobody knows', () => {
  it('may be one that is two letters away, or begins so', () => {
    expect(didYouMeanVerb('gett', VERBS)).to.equal('\n\nDid you mean this?\n\tget\n\tset');
    expect(didYouMeanVerb('desc', VERBS)).to.equal('\n\nDid you mean this?\n\tdescribe');
  });

  it('is like none of them', () => {
    expect(didYouMeanVerb('frobnicate', VERBS)).to.equal('');
  });
});
