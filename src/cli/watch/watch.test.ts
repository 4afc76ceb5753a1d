/**
 * A watch as its users have it: files are saved, in the ways in which editors do that, and the terminal is read.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { POD, pings, Watching } from './watching.fixture';

const FEATURE = 'features/a.feature';
/** No verdict takes longer, however busy the machine. */
const SLOW_MS = 5000;

describe('a watch', function () {
  this.timeout(60_000);
  const watching = new Watching();
  const latencies: number[] = [];

  before(async () => {
    watching.write('features/manifests/pod.yaml', POD);
    watching.write(FEATURE, pings({ one: '8.8.8.8', two: '8.8.8.8' }));
    watching.write('features/b.feature', pings({ other: '8.8.8.8' }, 'unused'));
    await watching.start();
  });
  after(() => {
    watching.clear();
    const [median = 0] = latencies.sort((one, other) => one - other).slice(latencies.length / 2);
    process.stdout.write(`      (the first verdict came ${median.toFixed(0)} ms after the save)\n`);
  });

  /** Saves, and waits for the first verdict. */
  async function verdictAfter(save: () => void): Promise<string> {
    const begun = performance.now();
    save();
    const said = await watching.hear(/^(held|violated|not established): .*\n.*\n/m);
    const taken = performance.now() - begun;
    latencies.push(taken);
    expect(taken).to.be.below(SLOW_MS);
    return said;
  }

  it('runs a saved feature, the scenario that was changed first', async () => {
    const broken = pings({ one: '8.8.8.8', two: '8.8.8.9' });
    expect(await verdictAfter(() => watching.write(FEATURE, broken))).to.equal(
      '\nsaved: features/a.feature\nviolated: two\n  features/a.feature:8\n',
    );
    const told = await watching.run();
    expect(told).to.contain('  Then the ping succeeds\n    expected the ping from pod1 to 8.8.8.9');
    expect(told).to.contain('nobody answers for 8.8.8.9');
    expect(told).to.match(
      /^2 scenarios: 1 held, 1 violated \(\d.\d s\); of all 3 scenarios: 1 held, 1 violated, 1 not established\n$/m,
    );
    const mended = pings({ one: '8.8.8.8', two: '8.8.8.8' });
    expect(await verdictAfter(() => watching.write(FEATURE, mended))).to.contain('held: two');
    expect(await watching.run()).to.contain('2 scenarios: 2 held');
  });

  it('runs the features that read a saved manifest, also one that was not there before', async () => {
    const said = await verdictAfter(() => watching.write('features/manifests/unused.yaml', POD));
    expect(said).to.contain('saved: features/manifests/unused.yaml\nheld: other\n');
    expect(await watching.run()).to.contain('1 scenario: 1 held');
    watching.write('features/manifests/pod.yaml', POD.replace('nodeName', 'nodeNam'));
    const told = await watching.run();
    expect(told.match(/did you mean nodeName/g)).to.have.length(1);
    expect(told).to.contain('… and 1 more for the same reason as features/a.feature:3\n');
    watching.write('features/manifests/pod.yaml', POD);
    expect(await watching.run()).to.contain('2 scenarios: 2 held');
  });

  it('says what cannot be read, and goes on', async () => {
    watching.write(FEATURE, `${pings({ one: '8.8.8.8' })}    Whn\n`);
    expect(await watching.hear(/no scenario was run.*\n/)).to.match(
      /^\nsaved: features\/a.feature\nfeatures\/a.feature:7:5: "Whn" makes no sense here; expected .*\n\n0 scen/,
    );
    watching.write(FEATURE, pings({ one: '8.8.8.8' }));
    expect(await watching.run()).to.contain('1 scenario: 1 held');
  });

  it('makes one run of many files and of one that is saved twice', async () => {
    await watching.silence();
    watching.write(FEATURE, pings({ one: '8.8.8.9' }));
    watching.write('features/b.feature', pings({ other: '8.8.8.8', third: '8.8.8.8' }));
    watching.write(FEATURE, pings({ one: '8.8.8.8' }));
    const told = await watching.run();
    expect(told).to.match(
      /saved: features\/(a.feature, features\/b|b.feature, features\/a).feature/,
    );
    expect(told).to.contain('\n3 scenarios: 3 held');
    await pause(200);
    expect(watching.unheard).to.equal('');
    // A busy machine may let a moment pass between two saves.
  }).retries(3);

  it('sees the last of what is saved slowly, or under another name first', async () => {
    await watching.silence();
    const file = openSync(watching.path(FEATURE), 'w');
    await pause(30);
    writeSync(file, pings({ one: '8.8.8.8', slow: '8.8.8.8' }));
    closeSync(file);
    await watching.hear(/\n2 scenarios: 2 held.*\n/);
    await watching.silence();
    for (const name of ['first', 'second', 'third']) {
      watching.write('features/.a.swp', pings({ [name]: '8.8.8.8' }));
      renameSync(watching.path('features/.a.swp'), watching.path(FEATURE));
      expect(await watching.run()).to.contain(`held: ${name}\n`);
    }
  });

  it('notices new features, renamed ones, and those that are gone', async () => {
    watching.write('features/new/c.feature', pings({ third: '8.8.8.8' }));
    expect(await watching.run()).to.contain('saved: features/new/c.feature\nheld: third\n');
    renameSync(watching.path('features/new/c.feature'), watching.path('features/new/d.feature'));
    await watching.hear(
      /gone: features.new.c[\s\S]*held: third|held: third[\s\S]*gone: features.new.c/,
    );
    await watching.run();
    rmSync(watching.path('features/new'), { recursive: true });
    expect(await watching.run()).to.contain('gone: features/new/d.feature\n3 scenarios: ');
  });

  it('loses nothing that is saved while something runs', async () => {
    for (let round = 0; round < 4; round++) {
      watching.write(FEATURE, pings({ one: '8.8.8.8', [`number${round}`]: '8.8.8.9' }));
      await pause(30);
    }
    await watching.hear(/violated: number3/);
    watching.write('features/b.feature', pings({ last: '8.8.8.7' }, 'unused'));
    await watching.hear(/violated: last/);
    await watching.silence();
  });

  it('ends with the status of the last run, and says nothing more', async () => {
    watching.write(FEATURE, pings({ one: '8.8.8.9' }));
    expect(await watching.run()).to.contain('1 violated');
    expect(await watching.end()).to.equal(1);
    expect(watching.unheard).to.equal('');
  });
});

describe('a watch of a submission', function () {
  this.timeout(60_000);
  const watching = new Watching();
  const feature = pings({ one: '8.8.8.8' }).replace('the manifests "pod"', 'the submission');

  before(async () => {
    watching.write('mine/pod.yaml', POD);
    watching.write('task/one.feature', feature);
    await watching.start('task', '--submission', 'mine');
  });
  after(() => watching.clear());

  it('brings in what was saved, and says where it cannot', async () => {
    watching.write('mine/pod.yaml', POD.replace('pod1', 'pod2'));
    const told = await watching.run();
    expect(told).to.contain('saved: mine/pod.yaml\nnot established: one\n');
    expect(told).to.contain('pod1');
    watching.write('mine/route.sh', 'ip route\n');
    await watching.run();
    watching.write('mine/pod.yaml', POD);
    expect(await watching.run()).to.contain('1 scenario: 1 held');
    expect(await watching.end('SIGTERM')).to.equal(0);
  });
});

describe('a watch that cannot be', () => {
  const BIN = join(__dirname, '..', 'calicumber.js');

  it('is refused, with what to do', () => {
    const watch = ['--watch', 'features/nat'];
    const refused = {
      'leave one of them away': [...watch, '--parallel', '2'],
      'choose scenarios with --name or --tags': ['--watch', 'features/nat/outgoing.feature:8'],
      '--port is for --watch only': ['features/nat', '--port', '8080'],
    };
    for (const [why, words] of Object.entries(refused)) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'run', ...words], {
        encoding: 'utf8',
      });
      expect({ status, stdout }).to.deep.equal({ status: 64, stdout: '' });
      expect(stderr).to.contain(why);
      expect(stderr.split('\n')).to.have.length(2);
    }
  }).timeout(30_000);
});
