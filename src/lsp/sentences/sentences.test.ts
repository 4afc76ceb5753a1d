// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so
import { expect } from 'chai';
import '../../../steps';
import { byKeyword, type FoundSentence, findSentences } from './find';
import { type Sentence, sentencesIn } from './sentence';
import { type ChoicesFor, partsFrom, snippetOf } from './snippet';
import { reachedBy } from './typed-sentence';

const english = sentencesIn('en');
const korean = sentencesIn('ko');

const NAMES: Readonly<Record<string, readonly string[]>> = {
  pod: ['pod1', 'pod2', 'web3'],
  node: ['k8s-w1'],
};
const choicesFor: ChoicesFor = ({ name: kind }, typed) =>
  (NAMES[kind] ?? [kind]).filter((name) => name.startsWith(typed));
const isName = (word: string, kind: string) => NAMES[kind]?.includes(word) === true;

const kindOf = ({ sentence: { entry } }: FoundSentence) => entry.kind;

function ids(sentences: readonly Sentence[], typed: string, keyword?: 'given' | 'when' | 'then') {
  return byKeyword(findSentences(sentences, typed, isName), kindOf, keyword).map(
    ({ sentence }) => sentence.entry.id,
  );
}

function sentence(sentences: readonly Sentence[], id: string): Sentence {
  return sentences.find(({ entry }) => entry.id === id) as Sentence;
}

/** Snippets of all ways in which the typed text may go on in this sentence. */
function goOn(from: Sentence, typed: string): readonly string[] {
  return reachedBy(typed, from).flatMap((reached) => {
    const parts = partsFrom(from.pieces, { ...reached, typed }, choicesFor);
    return parts === undefined ? [] : [snippetOf(parts)];
  });
}

describe('finding sentences by words', () => {
  it('gives the whole catalogue where nothing is typed, what fits the keyword first', () => {
    const all = byKeyword(findSentences(english, '', isName), kindOf, 'when');
    expect(all.length).to.equal(english.length);
    const kinds = all.map((found) => found.sentence.entry.kind);
    expect(kinds.lastIndexOf('when')).to.equal(kinds.filter((kind) => kind === 'when').length - 1);
  });

  it('takes beginnings of words in any order', () => {
    expect(ids(english, 'succ pin', 'then')[0]).to.equal('ping.succeeds');
    expect(ids(english, 'pin succ', 'then')[0]).to.equal('ping.succeeds');
    expect(ids(english, 'nonsense')).to.deep.equal([]);
  });

  it('finds a Korean sentence by syllables, initial consonants and letters that are being composed', () => {
    for (const typed of [
      '핑',
      'ㅍ',
      '피',
      '핑ㅇ',
      '핑을',
      '파드 핑',
      'ㅍㄷ 핑ㅇ',
      '핑 ㅍㄷ',
      '파드가 핑',
    ]) {
      expect(ids(korean, typed, 'when'), typed).to.include('ping.pod');
    }
  });

  it('finds a sentence by what it says in the other language', () => {
    expect(ids(korean, 'pings', 'when')).to.include('ping.pod');
    expect(ids(english, '핑을', 'when')).to.include('ping.pod');
  });

  it('finds a sentence by a name that can stand in it', () => {
    expect(ids(english, 'web3 ping', 'when')).to.include('ping.pod');
    expect(ids(korean, 'web3이 핑', 'when')).to.include('ping.pod');
    expect(ids(english, 'web4 ping', 'when')).not.to.include('ping.pod');
  });
});

describe('a sentence that goes on', () => {
  const ping = sentence(english, 'ping.pod');

  it('begins with names to choose from', () => {
    expect(goOn(ping, '')).to.deep.equal(['${1|pod1,pod2,web3|} pings ${2|pod2,pod1,web3|}']);
  });

  it('keeps what is there', () => {
    expect(goOn(ping, 'pod1 pi')).to.deep.equal([' pings ${1|pod1,pod2,web3|}']);
    expect(goOn(ping, 'pod1 on k8s-w1 pings w')).to.deep.equal(['${1:web3}']);
    expect(goOn(ping, 'pod1 pongs ')).to.deep.equal([]);
  });

  it('goes on behind a name and within it', () => {
    expect(goOn(ping, 'web3')).to.deep.equal([
      '${1:web3} pings ${2|pod1,pod2,web3|}',
      ' pings ${1|pod1,pod2,web3|}',
    ]);
  });

  it('has each Korean name with its particle', () => {
    const [all] = goOn(sentence(korean, 'ping.pod'), '');
    expect(all).to.equal(
      '${1|pod1이,pod2가,web3이|} ${2|pod2로,pod1로,web3으로|} 핑을 ${3|보내면,보낸다|}',
    );
  });

  it('puts the particle behind a Korean name that is there', () => {
    const [, behind] = goOn(sentence(korean, 'ping.pod'), 'web3');
    expect(behind).to.equal('이 ${1|pod1로,pod2로,web3으로|} 핑을 ${2|보내면,보낸다|}');
  });

  it('takes no time on what nobody types', () => {
    expect(goOn(ping, 'a'.repeat(100_000))).to.deep.equal([]);
  });
});

describe('an example of a sentence', () => {
  it('shows its arguments and the rows below', () => {
    const { args, below, rows } = sentence(english, 'routes.include').example;
    expect([args, below, rows[0]?.[0]]).to.deep.equal([['k8s-w1'], 'table', 'type']);
  });

  it('shows that a text belongs below', () => {
    expect(sentence(english, 'manifests.text').example.below).to.equal('text');
    expect(sentence(english, 'ping.pod').example.below).to.equal('nothing');
  });
});
