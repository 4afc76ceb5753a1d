/** A feature names no value that chance gave: the next dice give another. */
import type { Scope } from '../../spec/scope';
import { type Run, type Step, sentenceOf } from '../../spec/spec';
import { type ByChance, macsIn, portsIn, printedIn } from '../facts/chance';
import type { Remark, Rule } from '../rule';

export const chanceValue: Rule = {
  id: 'chance-value',
  says: 'A feature demands no MAC, port, identifier or time that chance gave.',
  help:
    'Say whose MAC it is (pod1, ens5 of k8s-w1), leave the column out, write (any) in the cell, or … in a ' +
    'text below "it prints lines like:". Addresses are not by chance: IPAM gives the same ones again.',
  severity: 'warning',
  find: ({ spec, scopeOf }) =>
    spec.runs.flatMap((run) => {
      const demanded = run.steps.filter((step) => kindOf(step) === 'then');
      const values = demanded.flatMap((step) => [
        ...macsIn(step, () => scopeOf(run)),
        ...portsIn(step),
        ...printedIn(step),
      ]);
      return values.filter((value) => !isGiven(value, run, scopeOf(run))).map(remarkOn);
    }),
};

function remarkOn({ what, text, start, end, instead }: ByChance): Remark {
  const edit = instead === undefined ? undefined : text.edit(start, end, instead);
  const hint = instead === undefined ? 'leave it out' : `write ${instead}`;
  return {
    place: text.placeOf(start, end),
    message: `chance gave ${what}, and other dice give another; ${hint}`,
    fix: edit && { says: `write ${instead}`, edits: [edit], isSafe: true },
  };
}

/** Whether the scenario itself gave the value, in what it applies, sets or types. */
function isGiven({ text, start, end }: ByChance, { steps }: Run, { inputs }: Scope): boolean {
  const word = text.text.slice(start, end);
  const done = steps.filter((step) => kindOf(step) !== 'then');
  const texts = done.flatMap((step) => [
    step.text.text,
    ...(step.table ?? []).flat().map((cell) => cell.text),
    step.docString?.text ?? '',
  ]);
  return [...texts, ...inputs.map(({ yaml }) => yaml)].some((given) => given.includes(word));
}

function kindOf(step: Step) {
  return sentenceOf(step)?.entry.kind;
}
