/**
 * What the server knows of sentences, whatever feature is asked about: read once, when it is first needed.
 */
import { KEYWORDS } from '../../steps/support/keywords';
import { type SentenceFinder, sentenceFinder } from '../spec/read-spec';
import { type Sentence, sentencesIn } from './sentences/sentence';

/** Those that sentences are worded in; of the others there are keywords only. */
export const LANGUAGES: readonly string[] = Object.keys(KEYWORDS);

export class Knowledge {
  readonly #sentences = new Map<string, readonly Sentence[]>();
  /** Every sentence that a step is, in whatever language. */
  readonly fits: SentenceFinder = sentenceFinder();

  /** Reads beforehand what the first question would have to wait for. */
  prepare(): void {
    for (const language of LANGUAGES) this.sentencesIn(language);
  }

  sentencesIn(language: string): readonly Sentence[] {
    const known = this.#sentences.get(language) ?? sentencesIn(language);
    this.#sentences.set(language, known);
    return known;
  }

  /** The sentence that a step is, in the words of `language`; `undefined` for none and for several. */
  sentenceOf(step: string, language: string): Sentence | undefined {
    const [fit, ...others] = this.fits(step);
    if (fit === undefined || others.length > 0) return undefined;
    return this.sentencesIn(language).find(({ entry }) => entry.id === fit.entry.id);
  }
}
