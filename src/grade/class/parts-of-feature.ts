/**
 * The scenarios and backgrounds of a feature as words: their sentences, tables and texts, but not what
 * is said of them. Read line by line, not by Gherkin's parser, so that a broken feature can be compared, too.
 */
import { wordsOfCode } from './words-of-code';

/** Gherkin's words that begin a sentence, in English and Korean. */
const SENTENCE =
  /^(?:(?:Given|When|Then|And|But|조건|먼저|만일|만약|그러면|그리고|하지만|단)\s+|\*\s+)/u;
/** What begins something new: `Scenario: …`, `Examples:`. */
const HEADING =
  /^(?:Feature|Rule|Background|Scenarios?|Example|Scenario (?:Outline|Template)|기능|규칙|배경|시나리오|시나리오 개요)\s*:/u;
const FENCE = /^(?:"""|```)/;

export function partsOfFeature(text: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let isInText = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (FENCE.test(line)) isInText = !isInText;
    else if (!isInText && HEADING.test(line)) parts.push([]);
    else if (isInText || SENTENCE.test(line) || line.startsWith('|')) {
      for (const word of wordsOfLine(line, isInText)) parts.at(-1)?.push(word);
    }
  }
  return parts.filter((words) => words.length > 0);
}

/** All sentences begin alike: `And`, `Given` and `*` mean the same. */
function wordsOfLine(line: string, isInText: boolean): readonly string[] {
  if (isInText && line.startsWith('#')) return [];
  const words = wordsOfCode(isInText ? line : line.replace(SENTENCE, ''));
  return isInText || line.startsWith('|') ? words : ['*', ...words];
}
