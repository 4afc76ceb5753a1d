/**
 * Completion: which of the things that can be completed somebody is at.
 */
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Knowledge } from '../knowledge';
import { type OpenFeature, spotAt } from '../open-feature';
import type { OfferedName } from '../scope/offered-names';
import { headingItems } from './headings';
import { keywordItems } from './keywords';
import { languageItems } from './languages';
import { stepItems } from './steps';

/** What completion needs to know besides the feature. */
export interface Helps {
  readonly knowledge: Knowledge;
  /** The names in scope; it takes a while to find them. */
  readonly namesHere: () => readonly OfferedName[];
  /** Whether the editor knows tab stops. */
  readonly hasSnippets: boolean;
}

export function complete(
  feature: OpenFeature,
  position: Position,
  { knowledge, namesHere, hasSnippets }: Helps,
): CompletionItem[] {
  const spot = spotAt(feature, position);
  if (spot === undefined) return [];
  const { language } = feature;
  switch (spot.line.kind) {
    case 'step': {
      if (spot.before.length < spot.line.at) return keywordItems(feature, spot);
      const sentences = knowledge.sentencesIn(language);
      return stepItems(feature, spot, spot.line, { sentences, names: namesHere(), hasSnippets });
    }
    case 'row':
      return headingItems(feature, spot, (step) => knowledge.sentenceOf(step, language));
    case 'comment':
      return languageItems(spot);
    case 'blank':
    case 'other':
    case 'title':
      return keywordItems(feature, spot);
    case 'fence':
    case 'quoted':
    case 'tags':
      return [];
  }
}
