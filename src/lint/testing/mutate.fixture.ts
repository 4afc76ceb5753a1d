/** Features with one thing taken away. */
import { keywordFor } from '../../../steps/support/keywords';
import type { Block, Spec, WrittenStep } from '../../spec/spec';

/** The text without a step and what stands below it; all lines stay where they are. */
export function withoutStep(
  { lines, language }: Spec,
  { steps }: Block,
  gone: WrittenStep,
): string {
  const left = [...lines];
  for (let line = gone.place.line; line <= lastLineOf(gone); line++) left[line - 1] = '';
  const next = steps[steps.indexOf(gone) + 1];
  if (next?.kind !== undefined) {
    // An And would continue what was said before that.
    const { line, column, endColumn } = next.keywordPlace;
    const text = left[line - 1] ?? '';
    const keyword = keywordFor(next.kind, language === 'ko' ? 'ko' : 'en');
    left[line - 1] = text.slice(0, column - 1) + keyword + text.slice(endColumn - 1);
  }
  return left.join('\n');
}

function lastLineOf({ place, table = [], docString }: WrittenStep): number {
  const rows = table.map((row) => row[0]?.place.line ?? 0);
  return Math.max(place.line, docString?.place.endLine ?? 0, ...rows);
}
