/**
 * Completion at the beginning of a line: the keywords of the feature's language that can stand there.
 */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { type OpenFeature, rangeIn, type Spot } from '../open-feature';
import { mayBecome, plain } from '../sentences/typed-word';

export function keywordItems(feature: OpenFeature, { at, before }: Spot): CompletionItem[] {
  const typed = before.trimStart();
  const range = rangeIn(at, before.length - typed.length, before.length);
  return keywordsAt(feature, at)
    .filter((keyword) => mayBecome(plain(typed), plain(keyword)))
    .map((keyword, order) => ({
      label: keyword.trim(),
      kind: CompletionItemKind.Keyword,
      sortText: String(order).padStart(4, '0'),
      filterText: typed,
      textEdit: { range, newText: keyword },
    }));
}

/** The likeliest first. */
function keywordsAt({ dialect, lines }: OpenFeature, at: number): readonly string[] {
  const titles = lines.slice(0, at).flatMap((line) => (line.kind === 'title' ? line.title : []));
  const inside = titles.at(-1);
  const { feature, background, rule, scenario, scenarioOutline, examples } = dialect;
  if (inside === undefined) return feature.map(titled);
  const steps = [dialect.given, dialect.when, dialect.then, dialect.and, dialect.but];
  const isFirst = !titles.includes('scenario');
  return [
    ...(inside === 'feature' || inside === 'rule' ? [] : steps.flat().filter(isWord)),
    ...(isFirst && inside !== 'background' ? background.map(titled) : []),
    ...[...scenario].sort(byOutline(scenarioOutline)).map(titled),
    ...scenarioOutline.map(titled),
    ...(inside === 'scenario' ? examples.map(titled) : []),
    ...rule.map(titled),
  ];
}

/** Of several words for a scenario, that first which the words for an outline begin with. */
function byOutline([outline = '']: readonly string[]): (one: string, other: string) => number {
  return (one, other) => Number(outline.startsWith(other)) - Number(outline.startsWith(one));
}

function titled(keyword: string): string {
  return `${keyword}: `;
}

/** The star is quicker typed than chosen. */
function isWord(keyword: string): boolean {
  return keyword.trim() !== '*';
}
