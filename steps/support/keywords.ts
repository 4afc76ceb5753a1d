/**
 * The word before a sentence. Gherkin knows several for some; these are the ones that this project writes.
 */
import type { Language, StepKind } from './catalogue';

const KEYWORDS: Readonly<Record<Language, readonly (readonly [StepKind, string])[]>> = {
  en: [
    ['given', 'Given'],
    ['when', 'When'],
    ['then', 'Then'],
  ],
  ko: [
    ['given', '먼저'],
    ['when', '만일'],
    ['then', '그러면'],
  ],
};

/** `Given`, `When` and `Then` in a language. */
export function keywordFor(kind: StepKind, language: Language): string {
  return new Map(KEYWORDS[language]).get(kind) ?? '*';
}
