/** The examples of the catalogue as features. */
import type { Language, Wording } from '../../../steps/support/catalogue';

const KEYWORDS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['Feature', 'Scenario'],
  ko: ['기능', '시나리오'],
};

export function exampleFeature({ language, example }: Wording): string {
  const [feature, scenario] = KEYWORDS[language];
  return `# language: ${language}\n${feature}: F\n\n  ${scenario}: S\n      ${example}\n`;
}
