/**
 * Completion in a step, as an editor is told of it.
 */
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { Language } from '../../../steps/support/catalogue';
import { keywordFor } from '../../../steps/support/keywords';
import type { Line } from '../lines';
import { type OpenFeature, rangeIn, type Spot } from '../open-feature';
import type { OfferedName } from '../scope/offered-names';
import { below } from '../sentences/below';
import type { Sentence } from '../sentences/sentence';
import { labelOf, snippetOf, textOf } from '../sentences/snippet';
import { type Offer, offersFor, type Typed } from './offers';
import { type Value, valuesFor } from './values';

/** What completion in a step needs to know. */
export interface Writing {
  readonly sentences: readonly Sentence[];
  readonly names: readonly OfferedName[];
  /** Whether the editor knows tab stops. */
  readonly hasSnippets: boolean;
}

/** More than these nobody looks through. */
const VALUES_MAX = 100;

export function stepItems(
  feature: OpenFeature,
  spot: Spot,
  step: Extract<Line, { readonly kind: 'step' }>,
  writing: Writing,
): CompletionItem[] {
  const text = spot.before.slice(step.at).trimStart();
  const typed: Typed = { text, keyword: step.says, names: writing.names };
  const hasBelow = ['row', 'fence'].includes(feature.lines[spot.at + 1]?.kind ?? '');
  const items = [
    ...valuesFor(writing.sentences, typed)
      .slice(0, VALUES_MAX)
      .map((value) => valueItem(value, spot, writing)),
    ...offersFor(writing.sentences, typed).map((offer) =>
      sentenceItem(offer, spot, { ...writing, text, hasBelow }),
    ),
  ];
  return items.map((item, order) => ({ ...item, sortText: String(order).padStart(4, '0') }));
}

function valueItem({ text, name, rest }: Value, spot: Spot, { names }: Writing): CompletionItem {
  const { detail = '' } = names.find((known) => known.text === name) ?? {};
  const end = spot.before.length;
  // The rest of a name that is there, and of a text the quote at its end.
  const behind = /^[\p{L}\p{N}./-]*"?/u.exec(spot.text.slice(end))?.[0].length ?? 0;
  return {
    label: text,
    kind: text.startsWith('"') ? CompletionItemKind.File : CompletionItemKind.Variable,
    ...(detail === '' ? {} : { detail }),
    filterText: rest,
    textEdit: { range: rangeIn(spot.at, end - rest.length, end + behind), newText: text },
  };
}

interface Around extends Writing {
  readonly text: string;
  /** Whether a table or a text stands below the step already. */
  readonly hasBelow: boolean;
}

function sentenceItem(
  { sentence, rest, parts }: Offer,
  spot: Spot,
  { text, hasBelow, hasSnippets }: Around,
): CompletionItem {
  const { entry, wording } = sentence;
  const whole = hasBelow ? parts : [...parts, ...below(sentence)];
  const start = spot.before.length - rest.length;
  return {
    label: text.slice(0, text.length - rest.length) + labelOf(parts),
    labelDetails: { description: keywordFor(entry.kind, wording.language).trim() },
    kind: CompletionItemKind.Snippet,
    detail: wording.says,
    filterText: rest,
    insertTextFormat: hasSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      // A sentence takes the place of all that stands there.
      range: rangeIn(spot.at, start, Math.max(spot.before.length, spot.text.trimEnd().length)),
      newText: hasSnippets ? snippetOf(whole) : textOf(whole),
    },
    data: { id: entry.id, language: wording.language satisfies Language },
  };
}
