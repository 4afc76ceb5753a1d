/**
 * A sentence as advice shows it to somebody, in the language that they write in: to be pasted.
 */
import { catalogue, type Language, type StepKind, wordingIn } from './catalogue';
import { KEYWORDS, keywordFor } from './keywords';
import { say } from './say';

/**
 * @param id of the sentence
 * @param args in the order of its function; `…` for what the reader has to know
 * @returns in quotation marks, with its keyword; a colon at its end says that something stands below
 */
export function quote(
  language: Language,
  keyword: StepKind | 'and',
  id: string,
  ...args: readonly string[]
): string {
  const entry = catalogue().entries.find((other) => other.id === id);
  if (entry === undefined) throw new RangeError(`there is no sentence ${id}`);
  const word = keyword === 'and' ? KEYWORDS[language].and : keywordFor(keyword, language);
  return `"${word} ${say(wordingIn(entry, language), args)}"`;
}
