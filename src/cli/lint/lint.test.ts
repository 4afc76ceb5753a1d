/** `calicumber lint` and `calicumber fmt` as a user calls them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const BIN = join(__dirname, '..', 'calicumber.js');

const SOUND = `Feature: Sound

  Scenario: held
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

const FLAWED = SOUND.replace('the ping succeeds', 'the ping suceeds').replace(
  'one-pod',
  'one-pood',
);

describe('the commands lint and fmt', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const feature = join(folder, 'features', 'a.feature');

  before(() => mkdirSync(join(folder, 'features')));
  after(() => rmSync(folder, { recursive: true }));

  function calicumber(...words: readonly string[]) {
    const env = { ...process.env, NO_COLOR: '1' };
    const options = { cwd: folder, env, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], options);
    return { status, stdout, stderr };
  }

  it('has nothing to look at where there is no feature', () => {
    const { status, stderr } = calicumber('lint');
    expect([status, stderr]).to.deep.equal([2, 'calicumber: there is no feature in features\n']);
  });

  it('finds nothing in a sound feature', () => {
    writeFileSync(feature, SOUND);
    const { status, stdout } = calicumber('lint', 'features/*.feature');
    expect([status, stdout]).to.deep.equal([0, '1 feature: nothing found\n']);
  });

  it('exits with 1 where it finds something, and writes it where it is told to', () => {
    writeFileSync(feature, FLAWED);
    const { status, stdout } = calicumber('lint', '--format', 'json', '-o', 'found.json');
    expect([status, stdout]).to.deep.equal([1, '']);
    const { findings } = JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8'));
    expect(findings.map(({ rule }: { rule: string }) => rule)).to.deep.equal([
      'unknown-file',
      'undefined-step',
    ]);
  });

  it('puts right what needs no thought, and says so', () => {
    writeFileSync(feature, FLAWED);
    const { status, stdout, stderr } = calicumber('lint', 'features/a.feature:3', '--fix');
    expect([status, stdout]).to.deep.equal([0, '1 feature: nothing found\n']);
    expect(stderr).to.equal(
      'features/a.feature:4:26: fixed: call it one-pod (unknown-file)\n' +
        'features/a.feature:6:10: fixed: say the ping succeeds (undefined-step)\n',
    );
    expect(readFileSync(feature, 'utf8')).to.equal(SOUND);
  });

  it('never writes a feature that it cannot read', () => {
    const bytes = Buffer.from([...Buffer.from('Feature: '), 0xff, 0x0a]);
    writeFileSync(feature, bytes);
    const { status, stderr } = calicumber('lint', '--fix');
    expect([status, stderr]).to.deep.equal([
      64,
      'calicumber: features/a.feature is not UTF-8; save it as UTF-8\n',
    ]);
    expect(readFileSync(feature)).to.deep.equal(bytes);
  });

  it('says in one line of a run that there is more to be read', () => {
    writeFileSync(feature, SOUND.replace(/( {4}Then .*\n)/, '$1    And the ping succeeds\n'));
    const { status, stdout } = calicumber('run');
    expect([status, stdout.split('\n')[1]]).to.deep.equal([
      0,
      'lint: 1 finding; calicumber lint tells them',
    ]);
  });

  it('formats, or says what would change', () => {
    const untidy = SOUND.replaceAll('    ', '\t');
    writeFileSync(feature, untidy);
    const checked = calicumber('fmt', '--check');
    expect([checked.status, checked.stdout]).to.deep.equal([
      1,
      'features/a.feature is not formatted\n1 feature, 1 not formatted\n',
    ]);
    expect(readFileSync(feature, 'utf8')).to.equal(untidy);
    expect(calicumber('fmt').stdout).to.equal(
      'formatted features/a.feature\n1 feature, 1 formatted anew\n',
    );
    expect(readFileSync(feature, 'utf8')).to.equal(SOUND);
    expect(calicumber('fmt', '--check').status).to.equal(0);
  });

  it('leaves a feature that is no Gherkin, and says why', () => {
    writeFileSync(feature, 'Feature: F\n  Scenario: S\n    Given x\n  bad\n');
    const { status, stderr } = calicumber('fmt');
    expect(status).to.equal(2);
    expect(stderr).to.match(/^features\/a\.feature:4:3: "bad" makes no sense here; expected/);
  });
});
