/**
 * `calicumber report` as a user calls it: the same page as a run's own, shards put together, two runs
 * compared.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const BIN = join(__dirname, '..', 'calicumber.js');

const FEATURE = `Feature: a pod
  Background:
    Given the manifests "one-pod"

  Scenario: reaches the internet
    When pod1 pings 8.8.8.8
    Then the ping succeeds

  Scenario: is not alone
    When pod1 pings the node k8s-w2
    Then the ping succeeds
`;
const BROKEN = FEATURE.replace(
  '    When pod1 pings 8.8.8.8\n',
  '    Given natOutgoing of pool default-ipv4-ippool is set to false\n    When pod1 pings 8.8.8.8\n',
);

describe('the command calicumber report', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-report-'));

  before(() => {
    mkdirSync(join(folder, 'features'));
    run(FEATURE, 'whole');
    run(FEATURE, 'one', '--shard', '1/2');
    run(FEATURE, 'two', '--shard', '2/2');
    run(BROKEN, 'broken');
  });
  after(() => rmSync(folder, { recursive: true }));

  function calicumber(...words: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      encoding: 'utf8',
    });
    return { status, stdout: stdout.replace(/\d+\.\d s/g, '… s'), stderr };
  }

  function run(feature: string, reports: string, ...options: readonly string[]): void {
    writeFileSync(join(folder, 'features', 'a.feature'), feature);
    calicumber('run', '--reports', reports, ...options);
  }

  function page(...path: readonly string[]): string {
    return withoutTime(readFileSync(join(folder, ...path), 'utf8'));
  }

  it('makes the page that the run made', () => {
    const told = calicumber('report', 'whole/messages.ndjson', '--out', 'again');
    expect(told).to.deep.equal({
      status: 0,
      stdout: '2 scenarios: 2 held (… s)\nThe report is again/index.html\n',
      stderr: '',
    });
    expect(page('again', 'index.html')).to.equal(page('whole', 'index.html'));
  });

  it('puts shards together to the page of the whole', () => {
    const shards = ['two/messages.ndjson', 'one/messages.ndjson'];
    const { status, stdout } = calicumber('report', ...shards, '--out', 'both');
    expect({ status, stdout }).to.deep.equal({
      status: 0,
      stdout:
        '2 files, the parts of one run\n2 scenarios: 2 held (… s)\nThe report is both/index.html\n',
    });
    expect(page('both', 'index.html')).to.equal(page('whole', 'index.html'));
  });

  it('tells what changed between two runs, and exits as the newer', () => {
    const runs = ['whole/messages.ndjson', 'broken/messages.ndjson'];
    const { status, stdout } = calicumber('report', ...runs, '--out', 'changed');
    expect(status).to.equal(1);
    expect(stdout.split('\n')[0]).to.equal(
      '2 runs: what changed from whole/messages.ndjson to broken/messages.ndjson',
    );
    expect(stdout).to.contain('1 newly violated, 1 as before\n');
    expect(stdout).to.match(/The report is changed\/history\.html\n$/);
    expect(page('changed', 'history.html')).to.contain('reaches the internet');
    expect(page('changed', 'history', 'before', 'index.html')).to.contain('reaches the internet');
    expect(page('changed', 'history', 'after', 'index.html')).to.contain('reaches the internet');
  });

  it('makes the same specification of features as of their messages', () => {
    writeFileSync(join(folder, 'features', 'a.feature'), FEATURE);
    const of = (out: string, ...files: readonly string[]) => {
      const { status } = calicumber('report', '--spec', ...files, '--out', out);
      return { status, html: page(out, 'spec.html') };
    };
    const spec = of('spec', 'features');
    expect(of('again', 'whole/messages.ndjson')).to.deep.equal(spec);
    expect(spec.status).to.equal(0);
    expect(spec.html).to.contain('class="walk-topology"');
    expect(calicumber('report', '--spec', 'features', 'whole/messages.ndjson').status).to.equal(64);
  });

  it('makes the report of what a killed run left, and establishes nothing by it', () => {
    const whole = readFileSync(join(folder, 'whole', 'messages.ndjson'), 'utf8');
    writeFileSync(join(folder, 'cut.ndjson'), whole.slice(0, whole.lastIndexOf('testRunFinished')));
    const { status, stdout } = calicumber('report', 'cut.ndjson', '--out', 'cut');
    expect(status).to.equal(2);
    expect(stdout).to.contain('cut.ndjson ends before its run did');
    expect(page('cut', 'index.html')).to.contain('cut.ndjson ends before its run did');
  });

  it('says where a file is none of messages', () => {
    writeFileSync(join(folder, 'jest.json'), '{"numTotalTests": 3}\n');
    expect(calicumber('report', 'jest.json')).to.deep.equal({
      status: 64,
      stdout: '',
      stderr:
        'calicumber: jest.json:1: this is no Cucumber message; a run writes them to reports/messages.ndjson\n',
    });
  });
});

/** A page without what depends on when and how fast its run was. */
function withoutTime(html: string): string {
  return html.replace(/<time[^>]*>[^<]*<\/time>/g, '<time/>');
}
