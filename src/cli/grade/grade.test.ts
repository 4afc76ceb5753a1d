/**
 * A class graded as its instructor would: the command, twice, with a part of the results gone.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { StudentResult } from '../../grade/model/result';
import { CliError, EXIT } from '../exit-code';
import { version } from '../version';
import { grade } from './grade';
import { merge } from './merge';
import { quietly } from './quietly.fixture';

const COMMAND = join(__dirname, '..', 'calicumber.js');
const ROOT = join(__dirname, '..', '..', '..');

const ASSIGNMENT = `title: One pod
limits: { seconds: 10 }
tasks:
  - { id: build, kind: configure, title: Build, points: 10, features: { visible: [a.feature] } }
`;
const FEATURE = `Feature: what was built
  Scenario: the pod is there
    Given the submission
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

describe('calicumber grade', function () {
  this.timeout(60_000);
  let folder: string;
  const options = (out: string) => ({
    assignment: join(folder, 'task'),
    submissions: join(folder, 'handed-in'),
    out: join(folder, out),
    jobs: 2,
    shard: undefined,
    audience: 'graded' as const,
    isCodeAllowed: false,
    people: {},
    version: version(),
  });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-class-'));
    write('task/assignment.yaml', ASSIGNMENT);
    write('task/a.feature', FEATURE);
    mkdirSync(join(folder, 'handed-in', 'empty'), { recursive: true });
    mkdirSync(join(folder, 'handed-in', 'good'));
    cpSync(
      join(ROOT, 'features', 'manifests', 'one-pod.yaml'),
      join(folder, 'handed-in', 'good', 'one-pod.yaml'),
    );
    write('handed-in/endless/lab.sh', 'while true; do :; done\n');
    write('handed-in/wrong/pod.yaml', 'kind: Pod\nspec: { nodeNam: k8s-w1 }\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('gives everybody a score or a reason, and the same again where some results are gone', async () => {
    expect(await quietly(() => grade(options('out')))).to.equal(EXIT.notEstablished);
    const first = resultsIn('out');
    expect(scores(first)).to.deep.equal({
      empty: 0,
      endless: 'lab.sh was stopped: too many commands executed (>10000)',
      good: 10,
      wrong: 'wrong',
    });
    for (const gone of ['good.json', 'wrong.json']) rmSync(join(folder, 'out', 'results', gone));
    await quietly(() => grade(options('out')));
    expect(resultsIn('out')).to.deep.equal(first);
  });

  it('gives in parts, put together, what it gives as a whole, byte for byte', async () => {
    await quietly(() => grade(options('whole')));
    const folders = [0, 1, 2].map((index) => join(folder, `part${index}`));
    await Promise.all(folders.map((out, index) => gradePart(out, index)));
    await quietly(async () => merge(folders, join(folder, 'merged'), {}));
    expect(filesIn('merged')).to.deep.equal(filesIn('whole'));
    expect(Object.keys(filesIn('whole'))).to.include.members([
      'class.html',
      'class.csv',
      'feedback/good/index.html',
    ]);
  });

  it('says so where a feature of the assignment has no such sentence', async () => {
    write('broken/assignment.yaml', ASSIGNMENT);
    write('broken/a.feature', FEATURE.replace('pings', 'pongs'));
    const broken = { ...options('out'), assignment: join(folder, 'broken') };
    const failure = await quietly(() => grade(broken).catch((error: unknown) => error));
    expect(failure).to.be.instanceOf(CliError);
    expect(String(failure)).to.match(
      /a\.feature:2: When pod1 pongs 8\.8\.8\.8: there is no such sentence/,
    );
  });

  it('writes no results where a student could', async () => {
    const inside = { ...options('out'), out: join(folder, 'handed-in', 'out') };
    const failure = await grade(inside).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(CliError);
    expect(String(failure)).to.include('results go somewhere else');
  });

  /** As a pod of a Job of three would. */
  async function gradePart(out: string, index: number): Promise<void> {
    const { assignment, submissions } = options('');
    const words = ['grade', assignment, submissions, '--out', out, '--shard', '3', '--jobs', '1'];
    const env = { ...process.env, JOB_COMPLETION_INDEX: String(index) };
    await promisify(execFile)(process.execPath, [COMMAND, ...words], { env }).catch(
      // Some could not be graded.
      ({ code }: { readonly code: number }) => expect(code).to.equal(EXIT.notEstablished),
    );
  }

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function filesIn(out: string): Readonly<Record<string, string>> {
    const place = join(folder, out);
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => statSync(join(place, name)).isFile());
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(place, name), 'utf8')]));
  }

  function resultsIn(out: string): Readonly<Record<string, string>> {
    const place = join(folder, out, 'results');
    return Object.fromEntries(
      readdirSync(place).map((name) => [name, readFileSync(join(place, name), 'utf8')]),
    );
  }
});

function scores(results: Readonly<Record<string, string>>): Record<string, number | string> {
  const read = Object.values(results).map((text): StudentResult => JSON.parse(text));
  return Object.fromEntries(
    read.map(({ student, score, problems }) => [
      student,
      score ??
        (problems[0]?.startsWith('pod.yaml:1:1: apiVersion') ? 'wrong' : (problems[0] ?? '')),
    ]),
  );
}
