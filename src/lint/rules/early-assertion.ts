/** Nothing is asserted before anything was done. The runtime demands the same (steps/support/run-step.ts). */
import { sentenceOf } from '../../spec/spec';
import type { Remark, Rule } from '../rule';

export const earlyAssertion: Rule = {
  id: 'early-assertion',
  says: 'A Then comes after a When: nothing is asserted before anything was done.',
  help: 'Put a When before it; or call it a Given, if it is what has to be so before anything is done.',
  severity: 'error',
  find: ({ spec }) =>
    spec.runs.flatMap(({ steps }) => {
      const remarks: Remark[] = [];
      for (const step of steps) {
        const entry = sentenceOf(step)?.entry;
        // What nobody knows may do anything.
        if (entry === undefined || entry.kind === 'when') break;
        if (entry.kind !== 'then' || step.kind === 'given') continue;
        if (entry.isStimulus === true) break;
        remarks.push({
          place: step.written.place,
          message:
            'this is asserted before anything was done; put a When before it, or call it a Given',
        });
        // At the first of them the scenario ends.
        break;
      }
      return remarks;
    }),
};
