/**
 * Completion in the comment that names the language of a feature.
 */
import { dialects } from '@cucumber/gherkin';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { LANGUAGES } from '../knowledge';
import { rangeIn, type Spot } from '../open-feature';

export function languageItems({ at, before }: Spot): CompletionItem[] {
  const [, typed] = /^\s*#\s*language\s*:\s*(\S*)$/.exec(before) ?? [];
  if (typed === undefined) return [];
  const range = rangeIn(at, before.length - typed.length, before.length);
  return LANGUAGES.filter((language) => language.startsWith(typed)).map((language) => ({
    label: language,
    kind: CompletionItemKind.Value,
    detail: dialects[language]?.native ?? language,
    textEdit: { range, newText: language },
  }));
}
