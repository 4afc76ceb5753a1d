/**
 * The wheats are right: a shipped scenario that names no address which IPAM chose holds on each of them.
 */
import { expect } from 'chai';
import { WHEATS } from '../../src/faults/wheats/index';
import { type JudgedScenario, judge } from './judged.fixture';

const FEATURES = ['address', 'link', 'routing', 'encapsulation', 'nat', 'faults'].map(
  (unit) => `features/${unit}`,
);

/** Of the pool of the labs: what pods get depends on who was there before. */
const CHOSEN_BY_IPAM = /172\.16\.\d+\.\d+/;

function reliesOnIpam({ steps }: JudgedScenario): boolean {
  return CHOSEN_BY_IPAM.test(JSON.stringify(steps));
}

describe('the wheats', () => {
  for (const wheat of WHEATS) {
    it(`${wheat.name} is as right as the engine`, async () => {
      const red = (await judge(FEATURES, wheat.name)).filter(({ verdict }) => verdict !== 'held');
      const unfounded = red.filter((judged) => !reliesOnIpam(judged));
      expect(unfounded.map(({ scenario, why }) => `${scenario}: ${why}`)).to.deep.equal([]);
      if (wheat.earlierPods === undefined) expect(red).to.deep.equal([]);
      else expect(red).to.not.deep.equal([]);
    }).timeout(20_000);
  }
});
