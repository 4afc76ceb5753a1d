/**
 * The command as a user calls it: what it prints, and its exit status.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const BIN = join(__dirname, 'calicumber.js');
const HELD = `  Scenario: held
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

describe('the command calicumber', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));

  before(() => mkdirSync(join(folder, 'features')));
  after(() => rmSync(folder, { recursive: true }));

  /** Exit status and both outputs, in a folder where the code of a stranger lies about. */
  function calicumber(...words: readonly string[]) {
    const env = { ...process.env, NO_COLOR: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  function run(feature: string, ...options: readonly string[]) {
    writeFileSync(join(folder, 'features', 'a.feature'), feature);
    return calicumber('run', ...options);
  }

  it('exits with 0 where all held, and runs no code of the folder', () => {
    writeFileSync(join(folder, 'cucumber.js'), 'throw new Error("was read");');
    writeFileSync(join(folder, 'features', 'steps.js'), 'throw new Error("was read");');
    const { status, stdout, stderr } = run(`Feature: a\n${HELD}`);
    expect(stdout.replace(/\d\.\d s/, '… s')).to.equal(
      '1 scenario: 1 held (… s)\nThe report is reports/index.html\n',
    );
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  });

  it('exits with 1 where one is violated, though others establish nothing', () => {
    const feature = `Feature: a
  Scenario: violated
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping fails
    And the ping fails

  Scenario: empty

  Scenario: unknown
    When pod1 pnigs 8.8.8.8

  Scenario: misspelt
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then pod2 does not answer
`;
    const { status, stdout } = run(feature);
    expect(status).to.equal(1);
    expect(stdout).to.include(
      'violated: violated\n  features/a.feature:2\n  Then the ping fails\n',
    );
    expect(stdout).to.include('not established: empty\n  features/a.feature:8\n');
    expect(stdout).to.include('there is no such sentence; did you mean\n      {pod} pings {pod}');
    expect(stdout).to.include('4 scenarios: 1 violated, 3 not established');
  });

  it('exits with 2 where an empty scenario stands beside one that held', () => {
    const { status, stdout } = run(`Feature: a\n${HELD}\n  Scenario: empty\n`, '--parallel', '2');
    expect(status).to.equal(2);
    expect(stdout).to.include('nothing was done to the cluster; add a When');
  });

  it('exits with 2 where a pod is misspelt in a negative assertion', () => {
    const feature = `Feature: a
  Scenario: misspelt
    Given the manifests "two-pods-one-node"
    When pod1 pings pod22
    Then the ping fails
`;
    const { status, stdout } = run(feature);
    expect(status).to.equal(2);
    expect(stdout).to.include('pod22').and.to.include('did you mean');
  });

  it('exits with 2 where there is no scenario, or none was chosen', () => {
    const none = run('Feature: a\n');
    expect(none.status).to.equal(2);
    expect(none.stdout).to.include('features/a.feature:1: there is no scenario in this feature');
    const unchosen = run(`Feature: a\n${HELD}`, '--tags', '@nat');
    expect(unchosen.status).to.equal(2);
    expect(unchosen.stdout).to.include('none of the 1 scenarios was chosen');
  });

  it('exits with 2 where a feature cannot be read, and says where', () => {
    const { status, stdout } = run('Feature: a\n  Scenario: b\n    Given x\n    foo\n');
    expect(status).to.equal(2);
    expect(stdout).to.include('features/a.feature:4:5: "foo" makes no sense here; expected');
  });

  it('exits with 64 where it is called wrongly, with the words that were meant', () => {
    expect(calicumber('rum')).to.deep.equal({
      status: 64,
      stdout: '',
      stderr:
        "error: unknown command 'rum'\n(Did you mean run?)\n(calicumber --help lists what there is)\n",
    });
    expect(calicumber('run', 'features/b.feature')).to.deep.equal({
      status: 64,
      stdout: '',
      stderr: 'calicumber: there is no features/b.feature; did you mean features/a.feature?\n',
    });
  });

  it('runs a command line on a node and keeps its words', () => {
    const { status, stdout } = calicumber('exec', '--node', 'k8s-w1', '--', 'ip', 'route');
    expect(status).to.equal(0);
    expect(stdout).to.include('172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink');
  });

  it('ends without a word where nobody reads on', () => {
    const line = `"${process.execPath}" "${BIN}" steps | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    expect(stdout).to.equal('Then {mac} answers\n');
    expect(stderr).to.equal('');
  });

  it('brings in a submission that somebody tries at home', () => {
    const task = join(__dirname, '..', '..', 'courses', 'kans', 'two-nodes');
    const trial = (name: string) =>
      calicumber(
        'run',
        join(task, 'features', 'visible'),
        '--submission',
        join(task, 'examples', name),
      );
    expect(trial('good')).to.include({ status: 0, stderr: '' });
    expect(trial('weak').status).to.equal(1);
    expect(trial('nobody').stderr).to.include('a submission is a folder');
  });
});
