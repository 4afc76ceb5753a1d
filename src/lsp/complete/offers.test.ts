import { expect } from 'chai';
import '../../../steps';
import { Knowledge, LANGUAGES } from '../knowledge';
import type { OfferedName } from '../scope/offered-names';
import { textOf } from '../sentences/snippet';
import { offersFor } from './offers';
import { valuesFor } from './values';

const NAMES: readonly OfferedName[] = [
  ['pod', 'pod1'],
  ['pod', 'pod3'],
  ['node', 'k8s-w1'],
  ['node', 'k8s-m'],
  ['host', 'internet'],
  ['pool', 'default-ipv4-ippool'],
  ['labs', '"kans"'],
  ['manifests', '"one-pod"'],
  ['manifests', '"mine"'],
].map(([argument = '', text = '']) => ({ argument, text, detail: '', name: undefined }));

/** All of them would take long. */
const LETTERS_BETWEEN = 12;

const knowledge = new Knowledge();

describe('what is offered in a step', () => {
  for (const language of LANGUAGES) {
    const sentences = knowledge.sentencesIn(language);

    for (const names of [[], NAMES]) {
      it(`is a sentence, whichever is taken, in ${language} with ${names.length} names`, () => {
        const offers = offersFor(sentences, { text: '', keyword: 'given', names });
        expect(offers.length).to.equal(sentences.length);
        const astray = offers.flatMap(({ sentence, parts }) => {
          const step = textOf(parts);
          const ids = knowledge.fits(step).map(({ entry }) => entry.id);
          return ids.join() === sentence.entry.id ? [] : [[sentence.entry.id, step, ids]];
        });
        expect(astray).to.deep.equal([]);
      });
    }

    it(`leads on to the sentence from wherever one is in it, in ${language}`, () => {
      const astray = offersFor(sentences, { text: '', keyword: 'given', names: NAMES }).flatMap(
        ({ sentence, parts }) => {
          const step = textOf(parts);
          const beginnings = Array.from(step, (_, at) => step.slice(0, at));
          return beginnings
            .filter((_, at) => at % LETTERS_BETWEEN === step.length % LETTERS_BETWEEN)
            .filter((text) => !leadsTo(sentence.entry.id, text));
        },
      );
      expect(astray).to.deep.equal([]);
    });

    function leadsTo(id: string, text: string): boolean {
      const typed = { text, keyword: 'given', names: NAMES } as const;
      return (
        offersFor(sentences, typed).some(({ sentence }) => sentence.entry.id === id) ||
        valuesFor(sentences, typed).some(({ rest }) => rest !== '')
      );
    }
  }

  it('is with a name that begins as typed, and its particle', () => {
    const typed = { text: 'pod', keyword: 'when', names: NAMES } as const;
    const [first, second] = valuesFor(knowledge.sentencesIn('ko'), typed);
    expect([first?.text, second?.text]).to.deep.equal(['pod1이', 'pod3이']);
  });
});
