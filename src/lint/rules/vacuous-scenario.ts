/** A scenario does something and demands something: otherwise its verdict is "not established". */
import type { StepKind } from '../../../steps/support/catalogue';
import { type Step, sentenceOf } from '../../spec/spec';
import type { Rule } from '../rule';

export const vacuousScenario: Rule = {
  id: 'vacuous-scenario',
  says: 'A scenario does something (When) and demands something of what came of it (Then).',
  help:
    'Add "When pod1 pings pod2" or whatever the scenario is about, and "Then the ping succeeds" or ' +
    'whatever shall come of it.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ block, steps }) => {
      const message = whyVacuous(steps);
      return message === undefined ? [] : [{ place: block.place, message }];
    }),
};

function whyVacuous(steps: readonly Step[]): string | undefined {
  if (steps.length === 0) return 'there is no step in this scenario';
  const sentences = steps.map((step) => ({ step, entry: sentenceOf(step)?.entry }));
  // What nobody knows may be anything; there is another finding for it.
  if (sentences.some(({ entry }) => entry === undefined)) return undefined;
  const has = (is: (kind: StepKind, introduced: StepKind | undefined) => boolean) =>
    sentences.some(({ step, entry }) => entry !== undefined && is(entry.kind, step.kind));
  const asserts = has((kind, introduced) => kind === 'then' && introduced !== 'given');
  const acts =
    has((kind) => kind === 'when') ||
    (asserts && sentences.some(({ entry }) => entry?.isStimulus === true));
  if (acts && asserts) return undefined;
  if (asserts) return undefined;
  if (acts) return 'nothing is demanded here: there is no Then';
  return 'nothing is done or demanded here: there is neither a When nor a Then';
}
