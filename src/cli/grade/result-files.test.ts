/** Results on the disk, also those of a run that did not end well. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StudentResult } from '../../grade/model/result';
import { ResultFiles } from './result-files';

const RESULT: StudentResult = {
  schema: 'calicumber/result/v1',
  assignment: 'one-pod',
  student: 'kim',
  state: 'ungradable',
  problems: [],
  maxScore: 10,
  formula: { en: '', ko: '' },
  tasks: [],
  digest: 'd1'.repeat(32),
  engine: { version: '1', seed: 1 },
};

describe('results on the disk', () => {
  let out: string;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'calicumber-results-'));
  });
  afterEach(() => rmSync(out, { recursive: true }));

  it('are known again by what they depend on', () => {
    const files = new ResultFiles(out);
    files.write({ result: RESULT, shape: [] });
    expect(files.known('kim', RESULT.digest)?.result).to.deep.equal(RESULT);
    expect(files.known('kim', 'e2'.repeat(32))).to.equal(undefined);
    expect(files.known('lee', RESULT.digest)).to.equal(undefined);
  });

  it('are not known where this program failed', () => {
    const files = new ResultFiles(out);
    files.write({ result: { ...RESULT, digest: '' }, shape: [] });
    expect(files.known('kim', RESULT.digest)).to.equal(undefined);
    expect(files.all().length).to.equal(1);
  });

  it('leave nothing of a run that was killed while it wrote them', () => {
    const files = new ResultFiles(out);
    writeFileSync(join(out, 'results', 'kim.json.unfinished'), '{ "student": "k');
    expect(files.all()).to.deep.equal([]);
    files.write({ result: RESULT, shape: [] });
    expect(readdirSync(join(out, 'results'))).to.deep.equal(['kim.json']);
  });
});
