/**
 * The lines of a feature that somebody is writing, each for itself: a line that is half typed, or at a place
 * where the parser expects none of its kind, is still what it looks like. Offsets are in UTF-16 units.
 */
import { type Dialect, dialects } from '@cucumber/gherkin';
import type { StepKind } from '../../steps/support/catalogue';

/** A line with a keyword and a colon. */
export type TitleKind = 'feature' | 'background' | 'rule' | 'scenario' | 'examples';

export type Line =
  | {
      readonly kind: 'step';
      /** With the space at its end. */
      readonly keyword: string;
      /** What the step is introduced with, `And` resolved; `undefined` where nothing stands before that. */
      readonly says: StepKind | undefined;
      /** Where the sentence begins. */
      readonly at: number;
    }
  | { readonly kind: 'title'; readonly title: TitleKind }
  | { readonly kind: 'row' | 'fence' | 'quoted' | 'comment' | 'tags' | 'blank' | 'other' };

export interface FeatureLines {
  /** As in `# language: ko`; `en` where none is named. */
  readonly language: string;
  readonly dialect: Dialect;
  /** The text of each line without its end. */
  readonly texts: readonly string[];
  readonly lines: readonly Line[];
}

const LANGUAGE = /^\s*#\s*language\s*:\s*([a-zA-Z_-]+)\s*$/;
const FENCE = /^("""|```)/;

export function readLines(text: string): FeatureLines {
  const texts = text.split(/\r\n|\n|\r/);
  const language = languageOf(texts);
  const dialect = dialects[language] ?? (dialects['en'] as Dialect);
  const keywords = keywordsOf(dialect);
  const lines: Line[] = [];
  let fence: string | undefined;
  let title: TitleKind | undefined;
  let says: StepKind | undefined;
  /** With what the steps of a scenario go on. */
  let before: StepKind | undefined;
  for (const line of texts) {
    const trimmed = line.trimStart();
    const [, opened] = FENCE.exec(trimmed) ?? [];
    if (fence !== undefined) {
      const ends = trimmed.startsWith(fence);
      lines.push({ kind: ends ? 'fence' : 'quoted' });
      if (ends) fence = undefined;
    } else if (opened !== undefined) {
      fence = opened;
      lines.push({ kind: 'fence' });
    } else {
      const read = readLine(line, trimmed, keywords, says);
      if (read.kind === 'title') {
        if (title === 'background') before = says;
        title = read.title;
        says = title === 'scenario' ? before : undefined;
      } else if (read.kind === 'step') says = read.says;
      lines.push(read);
    }
  }
  return { language: dialects[language] === undefined ? 'en' : language, dialect, texts, lines };
}

/** Before it only comments and blank lines may stand. */
function languageOf(texts: readonly string[]): string {
  for (const text of texts) {
    const [, language] = LANGUAGE.exec(text) ?? [];
    if (language !== undefined) return language;
    if (!/^\s*(#|$)/.test(text)) break;
  }
  return 'en';
}

interface Keywords {
  readonly titles: readonly (readonly [string, TitleKind])[];
  /** The longest come first; `undefined` continues what was said before. */
  readonly steps: readonly (readonly [string, StepKind | undefined])[];
}

function keywordsOf(dialect: Dialect): Keywords {
  const steps = new Map<string, StepKind | undefined>([
    ...dialect.given.map((word) => [word, 'given'] as const),
    ...dialect.when.map((word) => [word, 'when'] as const),
    ...dialect.then.map((word) => [word, 'then'] as const),
    ...[...dialect.and, ...dialect.but].map((word) => [word, undefined] as const),
  ]);
  return {
    titles: [
      ...dialect.feature.map((word) => [word, 'feature'] as const),
      ...dialect.background.map((word) => [word, 'background'] as const),
      ...dialect.rule.map((word) => [word, 'rule'] as const),
      ...dialect.scenario.map((word) => [word, 'scenario'] as const),
      ...dialect.scenarioOutline.map((word) => [word, 'scenario'] as const),
      ...dialect.examples.map((word) => [word, 'examples'] as const),
    ],
    steps: [...steps].sort(([one], [other]) => other.length - one.length),
  };
}

function readLine(
  line: string,
  trimmed: string,
  { titles, steps }: Keywords,
  before: StepKind | undefined,
): Line {
  if (trimmed === '') return { kind: 'blank' };
  if (trimmed.startsWith('#')) return { kind: 'comment' };
  if (trimmed.startsWith('@')) return { kind: 'tags' };
  if (trimmed.startsWith('|')) return { kind: 'row' };
  const title = titles.find(([keyword]) => trimmed.startsWith(`${keyword}:`));
  if (title !== undefined) return { kind: 'title', title: title[1] };
  const step = steps.find(([keyword]) => trimmed.startsWith(keyword));
  if (step === undefined) return { kind: 'other' };
  const [keyword, says = before] = step;
  return { kind: 'step', keyword, says, at: line.length - trimmed.length + keyword.length };
}

/** The step that a row of a table, or a line of a quoted text, belongs to; `undefined` where none does. */
export function stepAbove({ lines }: FeatureLines, at: number): number | undefined {
  for (let above = at - 1; above >= 0; above--) {
    const kind = lines[above]?.kind;
    if (kind === 'step') return above;
    if (kind === 'title' || kind === 'tags' || kind === 'other') return undefined;
  }
  return undefined;
}
