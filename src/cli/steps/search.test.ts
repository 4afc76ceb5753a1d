/** Finding sentences. */
import { expect } from 'chai';
import { catalogue } from '../../../steps';
import { likest, withWords } from './search';

describe('the search for sentences', () => {
  const { entries } = catalogue();

  it('finds those in which all words occur, in any case', () => {
    const found = withWords(entries, ['DROPPED', 'because']);
    expect(found.map(({ pattern }) => pattern)).to.deep.equal([
      'the {leg} is dropped on {host} because {string}',
    ]);
  });

  it('offers the likest to one that nobody knows', () => {
    for (const sentence of ['pod1 ping 8.8.8.8', 'pod1 pnigs 8.8.8.8']) {
      const offers = likest(entries, sentence, 2).map(({ pattern }) => pattern);
      expect(offers).to.deep.equal(['{pod} pings {pod}', '{pod} pings {ip}']);
    }
  });

  it('offers nothing for what is like nothing', () => {
    expect(likest(entries, 'zzz qqq', 2)).to.deep.equal([]);
  });
});
