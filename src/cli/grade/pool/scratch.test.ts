/** What a killed grader leaves is gone with the next one; what a living one has stays. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeScratch } from './scratch';

describe('the scratch folder of a grader', () => {
  it('goes with the next grader, when its owner lives no more', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const left = join(tmpdir(), `calicumber-grade-${pid}-abc`);
    mkdirSync(left);
    const [mine, another] = [makeScratch(), makeScratch()];
    try {
      expect([left, mine, another].map(existsSync)).to.deep.equal([false, true, true]);
    } finally {
      for (const folder of [mine, another]) rmSync(folder, { recursive: true });
    }
  });
});
