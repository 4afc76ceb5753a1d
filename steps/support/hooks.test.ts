/**
 * The end of a scenario: its verdict is attached, and nothing passes by accident.
 */
import { expect } from 'chai';
import {
  CAPTURE_MEDIA_TYPE,
  TOPOLOGY_MEDIA_TYPE,
  VERDICT_MEDIA_TYPE,
  WALK_MEDIA_TYPE,
} from '../../src/report/model/media-types';
import { AT_POD1, AT_POD2, madePing, POD2 } from '../matchers/made-outcome';
import type { EvidenceLevel } from './drivers';
import { type EndOptions, endScenario } from './hooks';
import { madeDriver } from './made-driver';
import { NotEstablishedError } from './not-established';
import { pingStimulus } from './stimuli';
import type { ScenarioEnd } from './verdict';
import { ClusterWorld } from './world';

function newWorld(): ClusterWorld {
  return new ClusterWorld({
    newDriver: () => madeDriver([madePing(AT_POD2, AT_POD1)]),
    readInput: () => ({ yaml: '', source: '' }),
    log: () => {},
  });
}

/** A desk that keeps the verdicts that are laid on it. */
function newDesk() {
  const verdicts: unknown[] = [];
  const attach = (data: unknown, { mediaType }: { mediaType: string }) => {
    if (mediaType === VERDICT_MEDIA_TYPE) verdicts.push(JSON.parse(String(data)));
  };
  return { verdicts, attach };
}

const JUDGE = { driver: 'sim', seed: 7, version: '1.2.3' };
const FULL: EndOptions = { level: 'full', judge: JUDGE };
const SAID = { judge: { ...JUDGE, remarks: [] }, asked: [] };

describe('the end of a scenario', () => {
  it('attaches that it held', async () => {
    const [world, desk] = [newWorld(), newDesk()];
    world.ledger.add({ kind: 'stimulus' });
    world.ledger.add({ kind: 'assertion' });
    await endScenario(world, { kind: 'passed' }, desk, FULL);
    expect(desk.verdicts).to.deep.equal([{ verdict: 'held', why: '', ...SAID }]);
  });

  it('leaves the lab, walks and captures: always, or where asked to be lean, of what failed', async () => {
    const leftBy = async (end: ScenarioEnd, level: EvidenceLevel) => {
      const [world, types] = [newWorld(), new Set<string>()];
      await world.send(pingStimulus('default/pod1', POD2));
      world.ledger.add({ kind: 'stimulus' });
      world.ledger.add({ kind: 'assertion' });
      const attach = (_data: unknown, { mediaType }: { mediaType: string }) => types.add(mediaType);
      await endScenario(world, end, { attach }, { level, judge: JUDGE });
      return [...types].sort();
    };
    const all = [
      CAPTURE_MEDIA_TYPE,
      VERDICT_MEDIA_TYPE,
      TOPOLOGY_MEDIA_TYPE,
      WALK_MEDIA_TYPE,
    ].sort();
    expect(await leftBy({ kind: 'passed' }, 'full')).to.deep.equal(all);
    expect(await leftBy({ kind: 'passed' }, 'lean')).to.deep.equal([VERDICT_MEDIA_TYPE]);
    const failed: ScenarioEnd = { kind: 'unfinished', status: 'UNDEFINED' };
    expect(await leftBy(failed, 'lean')).to.deep.equal(all);
  });

  it('fails a scenario that passed and established nothing', async () => {
    const desk = newDesk();
    const why = 'nothing was done to the cluster; add a When, such as "When pod1 pings pod2"';
    const error: unknown = await endScenario(newWorld(), { kind: 'passed' }, desk, FULL).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(NotEstablishedError);
    expect((error as Error).message).to.equal(`not established: ${why}`);
    expect(desk.verdicts).to.deep.equal([{ verdict: 'not established', why, ...SAID }]);
  });

  it('lets the cluster go, whatever happened', async () => {
    const world = newWorld();
    let isClosed = false;
    const driver = await world.cluster();
    driver.close = async () => {
      isClosed = true;
    };
    await endScenario(world, { kind: 'unfinished', status: 'PENDING' }, newDesk(), FULL);
    expect(isClosed).to.equal(true);
  });
});
