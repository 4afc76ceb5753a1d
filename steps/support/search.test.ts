/** Finding sentences. */
import { expect } from 'chai';
import { catalogue } from '../index';
import { type Found, likest, withWords } from './search';

function patterns(found: readonly Found[]): readonly string[] {
  return found.map(({ wording }) => wording.pattern);
}

describe('the search for sentences', () => {
  const { entries } = catalogue();

  it('finds those in which all words occur, in any case', () => {
    expect(patterns(withWords(entries, ['DROPPED', 'because']))).to.deep.equal([
      'the {leg} is dropped on {host} because {string}',
    ]);
  });

  it('finds Korean words, and gives the sentence in Korean', () => {
    expect(patterns(withWords(entries, ['{ip}', '핑을', '보내면']))).to.include(
      '{pod}이/가/은/는 {ip}으로/로 핑을 보내면/보낸다',
    );
    const decomposed = '핑을'.normalize('NFD');
    expect(withWords(entries, [decomposed])).to.deep.equal(withWords(entries, ['핑을']));
  });

  it('offers the likest to one that nobody knows', () => {
    for (const sentence of ['pod1 ping 8.8.8.8', 'pod1 pnigs 8.8.8.8']) {
      const offers = patterns(likest(entries, sentence, 2));
      expect(offers).to.deep.equal(['{pod} pings {pod}', '{pod} pings {ip}']);
    }
  });

  it('offers a Korean sentence to a Korean one', () => {
    for (const sentence of ['web이 far로 핑을 보내고', 'pod1가 pod2에게 핑 보내면']) {
      const [offer] = patterns(likest(entries, sentence, 1));
      expect(offer).to.equal('{pod}이/가/은/는 {pod}으로/로 핑을 보내면/보낸다');
    }
  });

  it('offers nothing for what is like nothing', () => {
    expect(likest(entries, 'zzz qqq', 2)).to.deep.equal([]);
  });
});
