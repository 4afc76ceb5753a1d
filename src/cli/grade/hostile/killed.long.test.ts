/**
 * A grading that is killed again and again: every next run goes on where the last one stopped, and in the
 * end everything is what one undisturbed run writes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { EXIT } from '../../exit-code';
import { handIn, writeFiles } from './attack.fixture';
import { ASSIGNMENT, HONEST } from './attacks/honest.fixture';
import { textsIn } from './told.fixture';

const COMMAND = join(__dirname, '..', '..', 'calicumber.js');
const CLASS = 14;
const KILLS = 10;
const SEED = 20261123;

/** When a run is killed: so many students after its first new one, and so much later. */
const moment = fc.record({ students: fc.nat({ max: 4 }), ms: fc.nat({ max: 80 }) });

describe('a grading that is killed', function () {
  this.timeout(120_000);
  const place = mkdtempSync(join(tmpdir(), 'calicumber-killed-'));

  before(() => {
    for (const name of ['in', 'task', 'tmp']) mkdirSync(join(place, name));
    writeFiles(join(place, 'task'), ASSIGNMENT);
    const kinds = Object.values(HONEST);
    for (let at = 0; at < CLASS; at += 1) {
      handIn(
        { name: `student-${at}`, handedIn: kinds[at % kinds.length] ?? { files: {} } },
        join(place, 'in'),
      );
    }
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it(`comes to the same at ten random moments (seed ${SEED})`, async () => {
    expect(await finished(start('whole'))).to.equal(EXIT.held);
    const known: number[] = [];
    for (const { students, ms } of fc.sample(moment, { numRuns: KILLS, seed: SEED })) {
      const before = known.at(-1) ?? 0;
      known.push(await killedAfter(start('killed'), Math.min(CLASS, before + students), ms));
    }
    // Nothing that was known is lost, and most of them hit the middle.
    expect(known).to.deep.equal([...known].sort((one, other) => one - other));
    expect(known.filter((count) => count > 0 && count < CLASS).length).to.be.at.least(KILLS / 2);
    expect(await finished(start('killed'))).to.equal(EXIT.held);
    expect(textsIn(join(place, 'killed'))).to.deep.equal(textsIn(join(place, 'whole')));
  });

  function start(out: string): ChildProcess {
    const words = ['grade', join(place, 'task'), join(place, 'in'), '--out', join(place, out)];
    const env = { ...process.env, TMPDIR: join(place, 'tmp') };
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    return spawn(process.execPath, [COMMAND, ...words, '--jobs', '2'], { env, stdio: [...stdio] });
  }

  /** @returns how many results there are */
  async function killedAfter(run: ChildProcess, lines: number, ms: number): Promise<number> {
    const ended = once(run, 'exit');
    let seen = 0;
    await new Promise<void>((reached) => {
      run.stdout?.on('data', (chunk) => {
        seen += String(chunk).split('\n').length - 1;
        if (seen >= lines) reached();
      });
    });
    await delay(ms);
    run.kill('SIGKILL');
    // At the end of the class a run may be faster than the signal.
    expect(['0,', ',SIGKILL']).to.include(String(await ended));
    return [...textsIn(join(place, 'killed', 'results')).keys()].filter((n) => n.endsWith('.json'))
      .length;
  }
});

async function finished(run: ChildProcess): Promise<number | null> {
  run.stdout?.resume();
  const [code] = await once(run, 'exit');
  return code;
}
