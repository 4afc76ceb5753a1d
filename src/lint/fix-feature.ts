/**
 * Makes all fixes that need no thought. One fix may make room for another, so the feature is looked at again
 * until there is none left.
 */
import { applyEdits, comparePlaces, type TextEdit } from '../spec/place';
import type { Finding, Fix } from './rule';

export interface FixedText {
  readonly text: string;
  /** What was put right, in the order in which that was done. */
  readonly fixed: readonly Finding[];
  /** What is left. */
  readonly findings: readonly Finding[];
}

/** More rounds than any feature needs; a fix that undoes another must not go on for ever. */
const ROUNDS_MAX = 10;

/** @param lint what there is to find in a text */
export function fixFeature(text: string, lint: (text: string) => readonly Finding[]): FixedText {
  const fixed: Finding[] = [];
  let now = text;
  let findings = lint(now);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const chosen = withoutOverlap(findings);
    if (chosen.length === 0) break;
    now = applyEdits(
      now,
      chosen.flatMap(({ fix }) => fix?.edits ?? []),
    );
    fixed.push(...chosen);
    findings = lint(now);
  }
  return { text: now, fixed, findings };
}

/** Findings whose fixes can be made at once: no two of them touch the same letters. */
function withoutOverlap(findings: readonly Finding[]): readonly Finding[] {
  const edits: TextEdit[] = [];
  return findings.filter(({ fix }) => {
    if (fix === undefined || !fix.isSafe || touchesAny(fix, edits)) return false;
    edits.push(...fix.edits);
    return true;
  });
}

function touchesAny(fix: Fix, edits: readonly TextEdit[]): boolean {
  return fix.edits.some((edit) => edits.some((other) => touches(edit, other)));
}

function touches({ place: one }: TextEdit, { place: other }: TextEdit): boolean {
  const [first, second] = comparePlaces(one, other) <= 0 ? [one, other] : [other, one];
  if (first.line === second.line && first.column === second.column) return true;
  return (
    second.line < first.endLine ||
    (second.line === first.endLine && second.column < first.endColumn)
  );
}
