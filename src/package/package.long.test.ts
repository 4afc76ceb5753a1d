/**
 * What somebody has who has nothing but the packed file: it is packed, installed into an empty folder and
 * used, on each Node that we name and with each Cucumber that goes with it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from './package-root';
import { pack, Stranger } from './stranger.fixture';

const ROOT = packageRoot();
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** From an empty folder to the first scenario that holds. */
const FIRST_GREEN_SECONDS_MAX = 30;

const COURSE = 'node_modules/calicumber/courses/kans/outside';
const FEATURE = 'features/first.feature';

/** What is typed, how it ends, and what it prints. */
const COMMANDS: readonly (readonly [string, number, RegExp])[] = [
  [`run ${FEATURE}`, 0, /^3 scenarios: 3 held/],
  [`run ${FEATURE} --parallel 2`, 0, /^3 scenarios: 3 held/],
  [`run ${FEATURE} --wire --format calicumber/html:reports/own.html`, 0, /^3 scenarios: 3 held/],
  [`run ${FEATURE} --engine nat-outgoing-ignored`, 1, /^violated: /],
  ['run node_modules/calicumber/features/link', 0, /^\d+ scenarios: \d+ held/],
  [`compare --with sim,sim ${FEATURE}`, 0, /^3 scenarios: 3 same/m],
  ['report reports/messages.ndjson --single-file', 0, /reports\/index.html/],
  [`report --spec ${FEATURE}`, 0, /reports\/spec.html/],
  [`lint ${FEATURE}`, 0, /nothing found/],
  ['generate connectivity', 0, /^Feature: /],
  ['steps neighbour', 0, /^Then .*neighbour/m],
  ['engines --unit nat', 0, /^nat-outgoing-ignored/m],
  ['exec --node k8s-w1 -- ip route', 0, /^blackhole 172\.16\.158\.0\/24 proto bird/m],
  [`grade check ${COURSE}`, 0, /^The reference gets all points/m],
  [`grade ${COURSE} ${COURSE}/examples --out graded`, 2, /^good: 91 of 100/m],
  ['doctor', 0, /^@cucumber\/cucumber +ok +\d/m],
  ['run nowhere', 64, /^$/],
];

/** As Cucumber is installed beside us where nobody asks for another: the newest that runs on that Node. */
const NODES = [
  { node: '20.19.0', cucumber: /^12\.9\./ },
  { node: '22', cucumber: /^13\./ },
  { node: '24', cucumber: /^13\./ },
];

/** The code block of a language that the README shows of a project of one's own. */
function shown(language: string): string {
  const install = README.slice(README.indexOf('## Install'));
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(install)?.[1] ?? '';
}

const OWN_FEATURE = `Feature: Sentences of one's own
  Scenario: beside ours
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping succeeds
    And there are 4 nodes
  Scenario: that do not hold
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping fails
`;

const OWN_PROJECT = {
  'cucumber.json': shown('json'),
  'features/own.feature': OWN_FEATURE,
  'steps/own.steps.js': `const { Then } = require('@cucumber/cucumber');
Then('there are {int} nodes', async function (count) {
  const { nodes } = await this.inventory();
  if (nodes.length !== count) throw new Error(String(nodes.length));
});
`,
};

/** The same in TypeScript, as the README says that it is done. */
const OWN_TYPESCRIPT = {
  'cucumber.json': shown('json')
    .replace('["calicumber/steps"]', '["tsx/cjs", "calicumber/steps"]')
    .replace('steps/*.js', 'steps/*.ts'),
  'features/own.feature': OWN_FEATURE,
  'steps/own.steps.ts': shown('ts'),
};

/** What must not compile. */
const WRONG = `import type { CucumberWorld } from 'calicumber/steps';
export const wrong = (world: CucumberWorld): unknown => world.nothing();
`;

describe('the package', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-packed-'));
  const stranger = new Stranger();
  let file = '';

  before(() => {
    file = pack(folder);
    stranger.install(file);
    stranger.calicumber('init');
  });
  after(() => {
    stranger.leave();
    rmSync(folder, { recursive: true });
  });

  const tool = (name: string, ...words: readonly string[]) =>
    spawnSync(join(ROOT, 'node_modules', '.bin', name), words, { encoding: 'utf8' });

  it('is what publint and are-the-types-wrong want', () => {
    expect(tool('publint', file).stdout).to.contain('All good!');
    const { stdout, status } = tool('attw', file, '--no-definitely-typed', '--no-emoji');
    expect(stdout).to.contain('No problems found');
    expect(status).to.equal(0);
  });

  it('holds what it needs, and no sources and no tests', () => {
    const home = join(stranger.folder, 'node_modules', 'calicumber');
    const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith('node_modules'),
    );
    expect(names).to.include.members(['LICENSE', 'NOTICE', 'README.md', 'dist/report/page.js']);
    const strays = names.filter(
      (name) => /\.tsx?$|\btesting\/|\.(test|fixture)\./.test(name) && !name.endsWith('.d.ts'),
    );
    expect(strays).to.deep.equal(['dist/editor/steps.glue.ts']);
    const notice = readFileSync(join(home, 'NOTICE'), 'utf8');
    for (const name of ['preact', 'just-bash']) expect(notice).to.contain(`\n${name} `);
  });

  for (const [words, exit, said] of COMMANDS) {
    it(`runs calicumber ${words}`, () => {
      const { stdout, stderr, status } = stranger.calicumber(...words.split(' '));
      expect(stdout, stderr).to.match(said);
      expect(status, stderr).to.equal(exit);
      // What npm says of a user's settings is not ours.
      expect(stderr.replace(/^npm warn .*\n/gm, '')).not.to.match(/^ +at /m);
    });
  }

  it('runs on namespaces', function () {
    if (process.getuid?.() !== 0) this.skip();
    const { stdout } = stranger.calicumber('run', FEATURE, '--driver', 'netns');
    expect(stdout).to.match(/^3 scenarios: 3 held/);
  });

  it('gives its sentences to a Cucumber of 12.9, beside others in TypeScript', () => {
    stranger.install('@cucumber/cucumber@12.9', 'tsx');
    stranger.write(OWN_TYPESCRIPT);
    expectOwnProject(stranger);
  });

  it('has types for steps of one’s own', () => {
    stranger.write({ ...OWN_TYPESCRIPT, 'wrong.ts': WRONG });
    const types = join(ROOT, 'node_modules', '@types');
    const words = ['--noEmit', '--strict', '--ignoreConfig', '--module', 'nodenext'];
    const places = ['--types', 'node', '--typeRoots', types];
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const files = ['steps/own.steps.ts', 'wrong.ts'];
    const { stdout } = stranger.type(tsc, ...words, ...places, ...files);
    expect(stdout.trim()).to.match(/^wrong\.ts\(2,\d+\): error TS2339: .*'nothing'.*$/);
  });

  for (const { node, cucumber } of NODES) {
    it(`is there in half a minute on Node ${node}`, function () {
      // A second try, for a machine that was busy with other tests.
      this.retries(1);
      const home = installedNode(node);
      if (home === undefined) return this.skip();
      const another = new Stranger(join(home.folder, 'node_modules', home.name, 'bin'));
      try {
        const begun = performance.now();
        another.install(file);
        another.calicumber('init');
        const { stdout, stderr } = another.calicumber('run');
        const seconds = (performance.now() - begun) / 1000;
        expect(stdout, stderr).to.match(/^3 scenarios: 3 held/);
        const version = versionOf(another, '@cucumber/cucumber');
        const running = another.type('node', '--version').stdout.trim();
        process.stderr.write(
          `      ${running}, Cucumber ${version}: first green after ${seconds.toFixed(1)} s\n`,
        );
        expect(running).to.match(new RegExp(`^v${node}\\b`));
        expect(version).to.match(cucumber);
        expect(seconds).to.be.below(FIRST_GREEN_SECONDS_MAX);
        another.write(OWN_PROJECT);
        expectOwnProject(another);
        const parallel = another.calicumber('run', FEATURE, '--parallel', '2');
        expect(parallel.stdout).to.match(/^3 scenarios: 3 held/);
        const graded = another.calicumber('grade', 'check', COURSE);
        expect(graded.stdout, graded.stderr).to.contain('The reference gets all points');
      } finally {
        another.leave();
        rmSync(home.folder, { recursive: true });
      }
    });
  }

  /** One of the registry's; `undefined` where it cannot be had. */
  function installedNode(version: string) {
    const name = `node-${process.platform}-${process.arch}`;
    const place = mkdtempSync(join(tmpdir(), 'calicumber-node-'));
    const words = ['install', '--prefer-offline', '--prefix', place, `${name}@${version}`];
    const { status, stderr } = spawnSync('npm', words, { cwd: place, encoding: 'utf8' });
    if (status === 0) return { folder: place, name };
    rmSync(place, { recursive: true });
    if (process.env['CALICUMBER_COMPULSORY'] === '1') throw new Error(stderr);
    process.stderr.write(`no Node ${version} to be had: ${stderr.split('\n')[0]}\n`);
    return undefined;
  }
});

function versionOf(stranger: Stranger, name: string): string {
  const file = join(stranger.folder, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** One scenario holds and one is violated, in one process and in two; the page is written. */
function expectOwnProject(stranger: Stranger): void {
  for (const parallel of [[], ['--parallel', '2']]) {
    rmSync(join(stranger.folder, 'reports'), { recursive: true, force: true });
    const words = ['features/own.feature', '--format', 'message:messages.ndjson', ...parallel];
    const { stdout, stderr, status } = stranger.type('npx', 'cucumber-js', ...words);
    expect(status, `${stdout}${stderr}`).to.equal(1);
    const messages = readFileSync(join(stranger.folder, 'messages.ndjson'), 'utf8');
    const failed = messages.match(/"status":"(FAILED|UNDEFINED|AMBIGUOUS)"/g) ?? [];
    expect(failed).to.deep.equal(['"status":"FAILED"']);
    const page = readFileSync(join(stranger.folder, 'reports', 'index.html'), 'utf8');
    expect(page).to.contain('<title>2 scenarios: 1 held, 1 violated</title>');
  }
}
