/**
 * Every step of a Background is there for something that its scenarios do. Whether a step could be done
 * without can hardly be told from its sentence, so this speaks only where nothing else is possible.
 */
import type { Scope } from '../../spec/scope';
import type { Block, Run, Step, WrittenStep } from '../../spec/spec';
import { exchangeOf } from '../facts/claims';
import { namesSaidIn } from '../facts/said-names';
import { seesOnlyWhatItNames } from '../facts/sight';
import { type Story, storyOf } from '../facts/story';
import type { LintedFeature, Remark, Rule } from '../rule';

export const unusedBackground: Rule = {
  id: 'unused-background',
  says: 'What a Background says is needed by at least one of its scenarios.',
  help: 'Take the step away, or move it to the scenario that it was meant for.',
  severity: 'warning',
  find: (feature) => {
    const { blocks } = feature.spec;
    return blocks
      .filter(({ kind }) => kind === 'background')
      .flatMap((it) => remarksOn(it, feature));
  },
};

/** A run, and what is its own in it. */
interface Told {
  readonly run: Run;
  readonly scope: Scope;
  readonly story: Story;
  readonly own: readonly Step[];
}

function remarksOn(background: Block, { spec, scopeOf }: LintedFeature): readonly Remark[] {
  const { steps, place } = background;
  if (steps.length === 0) return [{ place, message: 'there is no step in this Background' }];
  const told = spec.runs
    .filter((run) => run.steps.some(({ written }) => steps.includes(written)))
    .map((run): Told => {
      const scope = scopeOf(run);
      const own = run.steps.filter(({ written }) => run.block.steps.includes(written));
      return { run, scope, story: storyOf(run, scope), own };
    });
  // What cannot be read yet, or names what nobody knows, may be meant for anything.
  if (told.length === 0 || told.some(isUnclear)) return [];
  return steps.flatMap((step) => {
    const message = whyUnused(step, told);
    return message === undefined ? [] : [{ place: step.place, message }];
  });
}

function isUnclear({ story, own, run, scope }: Told): boolean {
  return (
    !story.isWhole ||
    scope.isOpen ||
    own.some((step) =>
      namesSaidIn(step, run, scope).some(({ name, known }) => !known.includes(name)),
    )
  );
}

function whyUnused(step: WrittenStep, told: readonly Told[]): string | undefined {
  if (told.every((one) => isAppliedAgain(step, one))) {
    return 'every scenario applies what this applies once more';
  }
  if (!told.every(({ own }) => own.every(seesOnlyWhatItNames))) return undefined;
  if (told.every((one) => isControlOfNothing(step, one))) {
    return 'no scenario tries this again, so it is the control of nothing';
  }
  if (told.every((one) => definesNothingNamed(step, one))) {
    return 'no scenario names anything that this defines';
  }
  return undefined;
}

/** Whether a later manifest of the run defines all pods that this one does. */
function isAppliedAgain(step: WrittenStep, { run, scope }: Told): boolean {
  const { inputs } = scope;
  const at = inputs.findIndex((input) => input.step?.written === step);
  const input = inputs[at];
  if (input === undefined || input.isTried || at === 0) return false;
  const pods = scope.podsOf(input);
  const isOwn = (other: Step | undefined) =>
    other !== undefined && run.block.steps.includes(other.written);
  const again = inputs.slice(at + 1).filter((later) => isOwn(later.step) && !later.isTried);
  return pods?.every((pod) => again.some((later) => scope.podsOf(later)?.includes(pod))) === true;
}

function isControlOfNothing(step: WrittenStep, { story, own }: Told): boolean {
  const control = story.steps.find((told) => told.step.written === step);
  if (control?.sent === undefined || !control.fit.entry.id.startsWith('control.')) return false;
  const { from, to } = control.sent;
  return story.steps.every(
    ({ step: other, sent }) =>
      !own.includes(other) ||
      sent === undefined ||
      (sent.kind !== 'many' &&
        exchangeOf(sent) !== exchangeOf(control.sent ?? sent) &&
        // The way back is part of the way.
        !(sent.from === to || sent.to === from)),
  );
}

function definesNothingNamed(step: WrittenStep, { scope, own }: Told): boolean {
  const input = scope.inputs.find((other) => other.step?.written === step);
  const pods = input && scope.podsOf(input);
  if (input === undefined || input === scope.inputs[0] || pods === undefined) return false;
  const addresses = scope.names.flatMap(({ kind, address = '' }) =>
    kind === 'pod' ? [address] : [],
  );
  const texts = own.flatMap(textsOf).join('\n');
  // An address may be what it is because of pods that were there before.
  return ![...pods, ...addresses].some((word) => texts.includes(word));
}

function textsOf({ text, table = [], docString }: Step): readonly string[] {
  return [text.text, ...table.flat().map((cell) => cell.text), docString?.text ?? ''];
}
