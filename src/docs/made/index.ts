/**
 * What pages have from the program itself, so that it is never out of date: a fenced block of one of these
 * names, whose further words say of what. The block itself is empty.
 */
import type { Language } from '../../../steps/support/catalogue';
import { cataloguePart } from '../catalogue/catalogue-part';
import type { PagePart } from '../markdown/page-content';
import { helpPart } from './help-part';
import { rulesPart } from './rules-part';

const MAKERS: Readonly<Record<string, (words: readonly string[], language: Language) => PagePart>> =
  {
    catalogue: (_words, language) => cataloguePart(language),
    help: helpPart,
    rules: (_words, language) => rulesPart(language),
  };

/** `undefined` for a block that is code, and shown as it is. */
export function partMadeFor(info: string, language: Language): PagePart | undefined {
  const [name = '', ...words] = info.trim().split(/\s+/);
  return MAKERS[name]?.(words, language);
}
