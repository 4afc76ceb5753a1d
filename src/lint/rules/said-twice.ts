/** The same is not demanded, or asked for, twice in a row. */
import { type Block, type Spec, type Step, sentenceOf, type WrittenStep } from '../../spec/spec';
import type { Fix, Remark, Rule } from '../rule';

export const saidTwice: Rule = {
  id: 'said-twice',
  says: 'The same is not said twice in a row, unless it does something each time.',
  help: 'Take the second away; or change it, if it was meant to say something else.',
  severity: 'warning',
  find: ({ spec }) => {
    const acting = actingSteps(spec);
    return spec.blocks.flatMap((block) => remarksOn(block, acting, spec));
  },
};

/** Whoever pings twice has sent two pings; and a step that nobody knows may do anything. */
function actingSteps({ runs }: Spec): ReadonlySet<WrittenStep> {
  const steps = runs.flatMap((run) => run.steps);
  const acts = (step: Step) => (sentenceOf(step)?.entry.kind ?? 'when') === 'when';
  return new Set(steps.filter(acts).map(({ written }) => written));
}

function remarksOn(
  { steps }: Block,
  acting: ReadonlySet<WrittenStep>,
  spec: Spec,
): readonly Remark[] {
  return steps.flatMap((step, at) => {
    const before = steps[at - 1];
    if (before === undefined || step.kind !== before.kind || !isSame(step, before)) return [];
    if (acting.has(step)) return [];
    return [
      { place: step.place, message: 'the step before says the same', fix: fixFor(step, spec) },
    ];
  });
}

function isSame(one: WrittenStep, other: WrittenStep): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ text, table, docString }: WrittenStep): string {
  const cells = table?.map((row) => row.map((cell) => cell.text));
  return JSON.stringify([text.text, cells, docString?.text]);
}

function fixFor({ place, table, docString }: WrittenStep, { lines }: Spec): Fix {
  const below = [docString?.place.endLine, ...(table ?? []).map((row) => row[0]?.place.line)];
  const last = Math.max(place.line, ...below.filter((line) => line !== undefined));
  const isAtEnd = last >= lines.length;
  const gone = isAtEnd
    ? { line: place.line, column: 1, endLine: last, endColumn: (lines[last - 1] ?? '').length + 1 }
    : { line: place.line, column: 1, endLine: last + 1, endColumn: 1 };
  return { says: 'take it away', edits: [{ place: gone, text: '' }], isSafe: true };
}
