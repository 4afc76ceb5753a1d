/**
 * The books that are kept while sentences run.
 */
import { AssertionError, expect } from 'chai';
import type { StepFunction, StepKind } from './catalogue';
import { NotEstablishedError } from './not-established';
import { runStep } from './run-step';
import { ClusterWorld } from './world';

function newWorld(): ClusterWorld {
  const refuse = () => {
    throw new Error('this test builds no cluster');
  };
  return new ClusterWorld({ newDriver: refuse, readInput: refuse, log: () => {} });
}

function entry(kind: StepKind, run: StepFunction) {
  return { kind, run };
}

/** What a step threw, by class and message. */
async function thrownBy(promise: Promise<void>): Promise<unknown> {
  return promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : error),
  );
}

const looking = entry('then', function () {
  this.looked('frame', 1);
});
const blind = entry('then', () => {});
const failing = entry('then', function () {
  this.looked('frame', 1);
  throw new AssertionError('it is not so');
});
const acting = entry('when', () => {});

describe('running a sentence', () => {
  it('refuses to assert before anything was done', async () => {
    expect(await thrownBy(runStep(looking, newWorld(), 'then', []))).to.equal(
      'NotEstablishedError: this is asserted before anything was done; put a When before it, or call it a Given',
    );
  });

  it('refuses an assertion that looked at nothing', async () => {
    const world = newWorld();
    await runStep(acting, world, 'when', []);
    expect(await thrownBy(runStep(blind, world, 'then', []))).to.equal(
      'NotEstablishedError: this looked at nothing: there was no frame, row or line that it could have judged',
    );
  });

  it('lets an assertion under Given be a precondition: it counts as none, and violates nothing', async () => {
    const world = newWorld();
    await runStep(looking, world, 'given', []);
    expect(world.ledger.has('assertion')).to.equal(false);
    expect(await thrownBy(runStep(failing, world, 'given', []))).to.equal(
      'NotEstablishedError: the precondition does not hold: it is not so',
    );
  });

  it('writes down what was done, looked at and asserted', async () => {
    const world = newWorld();
    await runStep(acting, world, 'when', []);
    await runStep(looking, world, 'then', []);
    expect(world.ledger.entries).to.deep.equal([
      { kind: 'stimulus' },
      { kind: 'look', what: 'frame', count: 1 },
      { kind: 'assertion' },
    ]);
  });

  it('takes a look at nothing for no look', () => {
    expect(() => newWorld().looked('frame of the ping', 0)).to.throw(
      NotEstablishedError,
      'there is no frame of the ping to look at',
    );
  });
});
