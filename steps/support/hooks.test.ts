/**
 * The end of a scenario: its verdict is attached, and nothing passes by accident.
 */
import { expect } from 'chai';
import { AT_POD1, AT_POD2, madePing } from '../matchers/made-outcome';
import { endScenario } from './hooks';
import { madeDriver } from './made-driver';
import { NotEstablishedError } from './not-established';
import { VERDICT_MEDIA_TYPE } from './verdict';
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

describe('the end of a scenario', () => {
  it('attaches that it held', async () => {
    const [world, desk] = [newWorld(), newDesk()];
    world.ledger.add({ kind: 'stimulus' });
    world.ledger.add({ kind: 'assertion' });
    await endScenario(world, { kind: 'passed' }, desk);
    expect(desk.verdicts).to.deep.equal([{ verdict: 'held', why: '' }]);
  });

  it('fails a scenario that passed and established nothing', async () => {
    const desk = newDesk();
    const why = 'nothing was done to the cluster; add a When, such as "When pod1 pings pod2"';
    const error: unknown = await endScenario(newWorld(), { kind: 'passed' }, desk).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(NotEstablishedError);
    expect((error as Error).message).to.equal(`not established: ${why}`);
    expect(desk.verdicts).to.deep.equal([{ verdict: 'not established', why }]);
  });

  it('lets the cluster go, whatever happened', async () => {
    const world = newWorld();
    let isClosed = false;
    const driver = await world.cluster();
    driver.close = async () => {
      isClosed = true;
    };
    await endScenario(world, { kind: 'unfinished', status: 'PENDING' }, newDesk());
    expect(isClosed).to.equal(true);
  });
});
