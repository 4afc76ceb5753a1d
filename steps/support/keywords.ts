/**
 * The words around sentences. Gherkin knows several for some; these are the ones that this project writes.
 */
import type { Language, StepKind } from './catalogue';

interface Keywords {
  readonly feature: string;
  readonly scenario: string;
  readonly and: string;
  /** Before a sentence of each kind. */
  readonly of: ReadonlyMap<StepKind, string>;
}

export const KEYWORDS: Readonly<Record<Language, Keywords>> = {
  en: {
    feature: 'Feature',
    scenario: 'Scenario',
    and: 'And',
    of: new Map([
      ['given', 'Given'],
      ['when', 'When'],
      ['then', 'Then'],
    ]),
  },
  ko: {
    feature: '기능',
    scenario: '시나리오',
    and: '그리고',
    of: new Map([
      ['given', '먼저'],
      ['when', '만일'],
      ['then', '그러면'],
    ]),
  },
};

/** `Given`, `When` and `Then` in a language. */
export function keywordFor(kind: StepKind, language: Language): string {
  return KEYWORDS[language].of.get(kind) ?? '*';
}
