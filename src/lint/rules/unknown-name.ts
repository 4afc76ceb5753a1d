/** Pods, nodes, hosts, interfaces, pools and resources that sentences name are there. */
import { didYouMeanOneOf } from '../../base/nearest-name';
import type { Scope } from '../../spec/scope';
import type { Run } from '../../spec/spec';
import { namesSaidIn, type SaidName } from '../facts/said-names';
import { renameTo } from '../rename';
import type { Remark, Rule } from '../rule';

export const unknownName: Rule = {
  id: 'unknown-name',
  says: 'What a sentence names is defined by the lab or the manifests of its scenario.',
  help: 'Write the name as the lab or the manifest has it, or apply a manifest that defines it.',
  severity: 'error',
  find: ({ spec, scopeOf }) => spec.runs.flatMap((run) => remarksOn(run, scopeOf(run))),
};

function remarksOn(run: Run, scope: Scope): readonly Remark[] {
  // Where manifests are missing or refused, nobody knows what they would have defined.
  if (scope.missing.length > 0 || scope.refused.length > 0) return [];
  return run.steps.flatMap((step) =>
    namesSaidIn(step, run, scope).flatMap((said) => {
      const remark = remarkOn(said);
      return remark === undefined ? [] : [remark];
    }),
  );
}

function remarkOn({ what, name, known, text, start, end }: SaidName): Remark | undefined {
  if (known.includes(name)) return undefined;
  return {
    place: text.placeOf(start, end),
    message: `there is no ${what} ${name}${didYouMeanOneOf(name, known)}`,
    fix: renameTo(known, text, start, end),
  };
}
