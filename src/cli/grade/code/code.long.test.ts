/**
 * Steps of students' own, as they are graded: they run, in a place where there is nothing to read and nothing
 * to reach, and cannot say more than their engine lets them know.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StudentResult } from '../../../grade/model/result';
import { version } from '../../version';
import { grade } from '../grade';
import { quietly } from '../quietly.fixture';
import { runCodeToJudge } from './run-code';
import { missingForSandbox } from './sandbox';

const ROOT = join(__dirname, '..', '..', '..', '..');

const ASSIGNMENT = `title: In words of one's own
tasks:
  - { id: say, kind: specify, title: Say, points: 10, mutants: [ttl-kept], wheats: [] }
`;

const FEATURE = `Feature: Two pods
  Scenario: They talk, over two routers
    Given my pods
    When pod1 pings pod2
    Then the ping succeeds
    And the reply arrives with TTL 62
`;

const STEPS = `import { Given } from '@cucumber/cucumber';
const pod = (name: string, node: string): object => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name },
  spec: { nodeName: node, containers: [{ name, image: 'nicolaka/netshoot' }] },
});
Given('my pods', async function (this: any) {
  const cluster = await this.clusterToChange();
  for (const one of [pod('pod1', 'k8s-w1'), pod('pod2', 'k8s-w2')]) {
    await cluster.apply(JSON.stringify(one), 'my pods');
  }
});
`;

/** What nobody must be able to do: each says so where it can, and costs all points. */
const ATTACKS: readonly string[] = [
  `const { readFileSync } = require('node:fs');
    for (const path of ['/etc/shadow', '${ROOT}/courses/kans/README.md', '${ROOT}/.git/HEAD']) {
      try { readFileSync(path); } catch { continue; }
      throw new Error('reads ' + path);
    }`,
  `const { writeFileSync } = require('node:fs');
    try { writeFileSync('${ROOT}/pwned', ''); } catch (error) { if (error.code !== 'EROFS') throw error; }`,
  `if (Object.keys(process.env).some((name) => !['HOME', 'PATH', 'PWD'].includes(name)))
    throw new Error('sees ' + Object.keys(process.env));`,
  `const { networkInterfaces } = require('node:os');
    if (Object.keys(networkInterfaces()).some((name) => name !== 'lo')) throw new Error('has a network');`,
];

describe("students' own steps", function () {
  this.timeout(120_000);
  let folder: string;

  before(function () {
    if (missingForSandbox() !== undefined && process.env['CALICUMBER_COMPULSORY'] !== '1') {
      process.stderr.write(`no code is run in these tests: it wants ${missingForSandbox()}\n`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'calicumber-code-'));
    write('task/assignment.yaml', ASSIGNMENT);
    handIn('honest', STEPS);
    const attacks = ATTACKS.map((code) => `{ ${code} }`);
    handIn('intruder', [STEPS, ...attacks].join('\n'));
    handIn('endless', 'while (true) {}');
    handIn('forger', FORGER);
    handIn('broken', 'const x: = 3;');
  });
  after(() => folder !== undefined && rmSync(folder, { recursive: true }));

  it('are graded, and can do nothing else', async () => {
    await quietly(() => grade(options(true)));
    const { endless, broken, ...others } = results();
    for (const name of ['honest', 'intruder']) {
      expect(others[name]?.score, `${name}: ${others[name]?.problems}`).to.equal(10);
    }
    expect(others['forger']?.score).to.equal(0);
    expect(endless?.problems).to.deep.equal(['its own steps did not come to an end in time']);
    expect(broken?.problems[0]).to.equal('steps.ts:1:10: Type expected.');
    expect(existsSync(join(ROOT, 'pwned'))).to.equal(false);
  });

  it('are not looked at where nobody allows them', async () => {
    await quietly(() => grade(options(false)));
    expect(results()['honest']?.problems).to.include(
      'steps.ts: code is not run here; it wants --allow-code',
    );
  });

  it('see the network that all others see', async () => {
    const own = join(folder, 'shipped');
    cpSync(join(ROOT, 'features'), own, { recursive: true });
    const paths = ['nat/outgoing', 'link/arp', 'routing/ttl'].map((name) =>
      join(own, `${name}.feature`),
    );
    const { scenarios } = await runCodeToJudge({ folder: own, paths, code: [], seed: 1 });
    expect(scenarios.map(({ verdict }) => verdict)).to.deep.equal(scenarios.map(() => 'held'));
    expect(scenarios).to.have.length(20);
  });

  function options(isCodeAllowed: boolean) {
    return {
      assignment: join(folder, 'task'),
      submissions: join(folder, 'handed-in'),
      out: join(folder, 'out'),
      jobs: 2,
      shard: undefined,
      audience: 'graded' as const,
      isCodeAllowed,
      people: {},
      version: version(),
    };
  }

  function handIn(student: string, code: string): void {
    write(`handed-in/${student}/two-pods.feature`, FEATURE);
    write(`handed-in/${student}/steps.ts`, code);
  }

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function results(): Readonly<Record<string, StudentResult>> {
    const names = ['honest', 'endless', 'forger', 'broken', 'intruder'];
    return Object.fromEntries(
      names.map((name) => [
        name,
        JSON.parse(readFileSync(join(folder, 'out', 'results', `${name}.json`), 'utf8')),
      ]),
    );
  }
});

/** Says that all is over before anything was. */
const FORGER = `const { writeSync } = require('node:fs');
const over = { testRunFinished: { success: true, timestamp: { seconds: 0, nanos: 0 } } };
writeSync(5, JSON.stringify(over) + '\\n');
process.exit(0);
`;
