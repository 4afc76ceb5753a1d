/** Scenarios of one feature have names of their own, for verdicts and grades go by names. */
import type { Remark, Rule } from '../rule';

export const duplicateName: Rule = {
  id: 'duplicate-name',
  says: 'Each scenario of a feature has a name of its own, and has one.',
  help: 'Say in the name what is different here.',
  severity: 'warning',
  find: ({ spec }) => {
    const lineOf = new Map<string, number>();
    const remarks: Remark[] = [];
    for (const { kind, name, rule = '', place } of spec.blocks) {
      if (kind === 'background') continue;
      if (name === '') remarks.push({ place, message: 'this scenario has no name' });
      const key = `${rule}\n${name}`;
      const line = lineOf.get(key);
      if (line === undefined) lineOf.set(key, place.line);
      else if (name !== '') {
        remarks.push({ place, message: `the scenario on line ${line} has the same name` });
      }
    }
    return remarks;
  },
};
