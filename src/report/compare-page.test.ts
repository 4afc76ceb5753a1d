/** The page of a comparison: what it says, and that nothing of a feature can say more on it. */
import { expect } from 'chai';
import { comparePage } from './compare-page';
import type { ComparedScenario } from './compared-scenario';
import { wellFormed } from './well-formed.fixture';

const HOSTILE = '<script>alert("1")</script>&\u0000';

const SCENARIOS: readonly ComparedScenario[] = [
  {
    where: `features/${HOSTILE}.feature:3`,
    name: HOSTILE,
    comparison: {
      kind: 'differs',
      difference: { where: HOSTILE, values: [HOSTILE, '63'], rows: [HOSTILE, HOSTILE] },
    },
    captures: ['compare/1-sim.pcapng', 'compare/1-netns.pcapng'],
  },
  {
    where: 'features/a.feature:9',
    name: 'waits',
    comparison: { kind: 'not comparable', why: HOSTILE },
    captures: ['compare/2-sim.pcapng', 'compare/2-netns.pcapng'],
  },
  {
    where: 'features/a.feature:12',
    name: 'is the same',
    comparison: { kind: 'same' },
    captures: ['compare/3-sim.pcapng', 'compare/3-netns.pcapng'],
  },
];

describe('the page of a comparison', () => {
  const page = comparePage(['sim', HOSTILE], SCENARIOS);

  it('is well-formed, whatever the features are called', () => {
    const body = page.slice(page.indexOf('<main>')).replace('</html>', '');
    expect(wellFormed(body.replaceAll(' open>', '>'))).to.equal(undefined);
    expect(page).not.to.contain('<script');
  });

  it('counts each kind, and shows first what differs', () => {
    const kinds = [...page.matchAll(/<span class="mark">. ([a-z ]+)</g)].map(([, kind]) => kind);
    expect(kinds).to.deep.equal(['differs', 'not comparable', 'same']);
    expect(page).to.contain('<b>1</b> = same');
  });
});
