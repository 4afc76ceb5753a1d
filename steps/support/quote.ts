/**
 * A sentence as advice shows it to somebody, in the language that they write in: to be pasted.
 */
import { invariant } from '../../src/base/invariant';
import { entryNamed, type Language, type StepKind, wordingIn } from './catalogue';
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
  const word = keyword === 'and' ? KEYWORDS[language].and : keywordFor(keyword, language);
  return `"${word} ${sayNamed(language, id, args)}"`;
}

/** The sentence of an id without its keyword. @param args in the order of its function */
export function sayNamed(language: Language, id: string, args: readonly string[]): string {
  const entry = entryNamed(id);
  invariant(entry !== undefined, `there is no sentence ${id}`);
  return say(wordingIn(entry, language), args);
}
