/**
 * A negative assertion has its control: what a dead network would bring about as well proves nothing. The
 * runtime demands the same (steps/support/verdict.ts).
 */

import type { Scope } from '../../spec/scope';
import type { Run } from '../../spec/spec';
import { addControl } from '../add-control';
import { type Claim, claimsFailure, claimsOf, exchangeOf, shownBy } from '../facts/claims';
import { whySilenceIsEmpty } from '../facts/silence';
import { type Story, storyOf, type ToldStep } from '../facts/story';
import type { Fix, Remark, Rule } from '../rule';

export const noControl: Rule = {
  id: 'no-control',
  says: 'A scenario that demands that something fails, or is not there, shows that it could be.',
  help:
    'Show in the same scenario that the thing is possible: "Given the ping from pod1 to pod2 succeeds" ' +
    'before the change, or where the packet was dropped. calicumber steps tells the control of each sentence.',
  severity: 'error',
  find: ({ spec, scopeOf }) =>
    spec.runs.flatMap((run) => {
      const scope = scopeOf(run);
      const story = storyOf(run, scope);
      // A sentence that nobody knows might be the control.
      return story.isWhole ? remarksOn({ story, scope, run, language: spec.language }) : [];
    }),
};

/** A scenario whose sentences are all known. */
interface Told {
  readonly story: Story;
  readonly scope: Scope;
  readonly run: Run;
  readonly language: string;
}

function remarksOn({ story, scope, run, language }: Told): readonly Remark[] {
  const shown = new Set([
    ...story.steps.flatMap((told) => shownBy(told, scope)),
    ...perhapsAnswered(story),
  ]);
  const isTyped = story.steps.some(typesWhatSends);
  const isOpen = (told: ToldStep) => isTyped && claimsFailure(told);
  return story.steps.flatMap((told) => {
    const missing = claimsOf(told).filter(({ subject }) => !shown.has(subject));
    const fix = claimsFailure(told) ? addControl(told, story, run, language) : undefined;
    const why = whySilenceIsEmpty(told, story, scope);
    return [
      ...(isOpen(told)
        ? []
        : missing.map((claim) => remark(told, sayClaim(claim, told, fix), fix))),
      ...(why === undefined ? [] : [remark(told, why)]),
    ];
  });
}

/** A failure says something too where it is said where the packet died. */
function sayClaim({ why, advice }: Claim, told: ToldStep, fix: Fix | undefined): string {
  const control = fix?.says ?? advice;
  return claimsFailure(told)
    ? `${why}; ${control} before the change, or say where the packet was dropped`
    : `${why}; ${control}`;
}

/** Programs that send packets; whether they are answered, only a run can tell. */
const SENDERS = /\b(?:ping|traceroute|arping|nc|curl|wget|exec)\b/;

function typesWhatSends({ step, sent }: ToldStep): boolean {
  return sent?.kind === 'command' && SENDERS.test(step.docString?.text ?? '');
}

/** What was sent between the same two, and of which nobody says that it failed. */
function perhapsAnswered({ steps }: Story): readonly string[] {
  const failed = new Set(steps.filter(claimsFailure).map(({ last }) => last));
  return steps.flatMap(({ sent }) =>
    sent === undefined || failed.has(sent) || sent.kind === 'many' ? [] : [exchangeOf(sent)],
  );
}

function remark({ step }: ToldStep, message: string, fix?: Fix): Remark {
  return { place: step.written.place, message, fix };
}
