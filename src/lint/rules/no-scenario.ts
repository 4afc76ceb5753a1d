/** A feature has a scenario, and an outline has rows. */
import { placeInLine } from '../../spec/place';
import type { Remark, Rule } from '../rule';

export const noScenario: Rule = {
  id: 'no-scenario',
  says: 'A feature has at least one scenario, and an outline at least one row.',
  help: 'What has no scenario runs nothing, and so is never red. Write one, or take the rest away.',
  severity: 'error',
  find({ spec }) {
    const { feature, blocks, runs, problems, lines } = spec;
    if (problems.length > 0) return [];
    if (feature === undefined) {
      const [first = ''] = lines;
      return [
        { place: placeInLine(1, 1, first.length), message: 'there is no feature in this file' },
      ];
    }
    const scenarios = blocks.filter(({ kind }) => kind === 'scenario');
    if (scenarios.length === 0) {
      const { line, column = 1 } = feature.location;
      const place = placeInLine(line, column, feature.keyword.length);
      return [{ place, message: 'there is no scenario in this feature' }];
    }
    const ran = new Set(runs.map(({ block }) => block));
    return scenarios
      .filter((block) => !ran.has(block))
      .map(({ place }): Remark => ({ place, message: 'there is no row under Examples' }));
  },
};
