/**
 * What changed from one run to another, scenario by scenario: the verdict first, then why, then the
 * words. How long anything took is no change.
 */
import { diffArrays } from 'diff';
import { type Pair, pairsOf } from './pairs';
import type { PastScenario } from './past-scenario';

/** In the order in which a history tells them. */
export const CHANGE_KINDS = [
  'broken',
  'unsettled',
  'broken otherwise',
  'fixed',
  'added',
  'removed',
  'reworded',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change extends Pair {
  readonly kind: ChangeKind;
  /** Sentences that only one of the two has, in their order; none where only one run had the scenario. */
  readonly sentences: readonly SentenceChange[];
}

export interface SentenceChange {
  readonly kind: 'gone' | 'come';
  readonly text: string;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** How many scenarios are as they were. */
  readonly unchanged: number;
}

export function changesBetween(
  before: readonly PastScenario[],
  after: readonly PastScenario[],
): Changes {
  const pairs = pairsOf(before, after);
  const changes = pairs.flatMap((pair) => changeOf(pair) ?? []);
  return {
    changes: CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)),
    unchanged: pairs.length - changes.length,
  };
}

function changeOf({ before, after }: Pair): Change | undefined {
  if (after === undefined) return { kind: 'removed', before, after, sentences: [] };
  if (before === undefined) return { kind: 'added', before, after, sentences: [] };
  const sentences = sentenceChanges(before.sentences, after.sentences);
  const isReworded = sentences.length > 0 || before.name !== after.name;
  const kind = verdictChange(before, after) ?? (isReworded ? 'reworded' : undefined);
  return kind === undefined ? undefined : { kind, before, after, sentences };
}

function verdictChange(before: PastScenario, after: PastScenario): ChangeKind | undefined {
  if (before.verdict === after.verdict) {
    const isOtherwise = headOf(before.why) !== headOf(after.why);
    return after.verdict === 'violated' && isOtherwise ? 'broken otherwise' : undefined;
  }
  if (after.verdict === 'violated') return 'broken';
  return after.verdict === 'held' ? 'fixed' : 'unsettled';
}

/** What was expected and what there was; the hops below it differ with every dice. */
function headOf(why: string): string {
  return why.split('\n', 1)[0] ?? '';
}

/** Beyond so many changes the two are different texts. */
const EDITS_MAX = 500;

function sentenceChanges(
  before: readonly string[],
  after: readonly string[],
): readonly SentenceChange[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: EDITS_MAX });
  const whole = [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return (parts ?? whole).flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    return value.map((text) => ({ kind: removed ? ('gone' as const) : ('come' as const), text }));
  });
}
