/** A sentence stands under a keyword that fits what it does. */
import { dialects } from '@cucumber/gherkin';
import type { StepKind } from '../../../steps/support/catalogue';
import { keywordFor } from '../../../steps/support/keywords';
import type { TextEdit } from '../../spec/place';
import { type Block, type Spec, sentenceOf, type WrittenStep } from '../../spec/spec';
import type { Remark, Rule } from '../rule';

export const wrongKeyword: Rule = {
  id: 'wrong-keyword',
  says: 'What is done stands under When, and what is demanded under Then; under Given both are what was before.',
  help: 'Put the right keyword before it. After And and But the keyword before them counts.',
  severity: 'warning',
  find: ({ spec }) => {
    const wanted = wantedKinds(spec);
    return spec.blocks.flatMap((block) => remarksOn(block, wanted, spec));
  },
};

/** Of each step that stands under a keyword which does not fit, the one that does. */
function wantedKinds({ runs }: Spec): ReadonlyMap<WrittenStep, StepKind> {
  const wanted = new Map<WrittenStep, StepKind>();
  for (const step of runs.flatMap(({ steps }) => steps)) {
    const kind = sentenceOf(step)?.entry.kind;
    if (kind === undefined || step.kind === undefined) continue;
    // Under Given stands what was done before, and what was so before.
    if (step.kind !== kind && step.kind !== 'given') wanted.set(step.written, kind);
  }
  return wanted;
}

function remarksOn(
  { steps }: Block,
  wanted: ReadonlyMap<WrittenStep, StepKind>,
  spec: Spec,
): readonly Remark[] {
  return steps.flatMap((step, at): readonly Remark[] => {
    const kind = wanted.get(step);
    if (kind === undefined) return [];
    const keyword = keywordOf(kind, spec);
    const next = steps[at + 1];
    const edits = [
      edit(step, keyword),
      // An And that follows would continue what is said now.
      ...(next === undefined || wanted.has(next) || next.kind === undefined || !isAnd(next, spec)
        ? []
        : [edit(next, keywordOf(next.kind, spec))]),
    ];
    return [
      {
        place: step.keywordPlace,
        message: `this sentence ${whatItDoes(kind)}, and so it stands under ${keyword}`,
        fix: { says: `say ${keyword}`, edits, isSafe: true },
      },
    ];
  });
}

function whatItDoes(kind: StepKind): string {
  switch (kind) {
    case 'given':
      return 'says what was before anything is done';
    case 'when':
      return 'does something';
    case 'then':
      return 'demands something';
  }
}

function edit({ keyword, keywordPlace }: WrittenStep, wanted: string): TextEdit {
  const isGlued = keyword.trimEnd() === keyword;
  return { place: keywordPlace, text: isGlued ? `${wanted} ` : wanted };
}

function isAnd({ keyword }: WrittenStep, { language }: Spec): boolean {
  const { and = [], but = [] } = dialects[language] ?? {};
  return [...and, ...but].some((word) => word.trim() === keyword.trim() && word !== ANY_KEYWORD);
}

const ANY_KEYWORD = '* ';

/** As this project writes it, and else the first word of the language. */
function keywordOf(kind: StepKind, { language }: Spec): string {
  if (language === 'en' || language === 'ko') return keywordFor(kind, language);
  const word = dialects[language]?.[kind].find((other) => other !== ANY_KEYWORD) ?? ANY_KEYWORD;
  return word.trim();
}
