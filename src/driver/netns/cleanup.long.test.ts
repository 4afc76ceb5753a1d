/** What a run leaves behind: nothing, however it ends; and what it touches: nothing but its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildWorld, pingTo } from '../contract/world.contract';
import { namespaces } from './lab/namespaces';
import { ownerOf } from './lab/run-id';
import { runTool } from './lab/run-tool';
import { sweep } from './lab/sweep';
import { newNetnsDriver } from './netns';
import { skipWhereImpossible } from './testing/only-where-possible';
import { OPTIONS } from './testing/options';

const ROOT = join(__dirname, '../../..');

/** A run that has built its lab. */
async function startRun(): Promise<ChildProcess> {
  const script = join(__dirname, 'testing/killed-run.ts');
  const child = spawn(process.execPath, ['-r', 'ts-node/register', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function namespacesOf(pid: number | undefined): readonly string[] {
  return namespaces().filter((name) => ownerOf(name)?.pid === pid);
}

async function processesIn(names: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(names.map((name) => runTool(['ip', 'netns', 'pids', name])));
  return lists.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line !== ''));
}

/** Where the frames of a ping were seen, in a lab of one's own. */
async function pingOnce(seed: number): Promise<readonly string[]> {
  const driver = newNetnsDriver({ ...OPTIONS, seed });
  try {
    await buildWorld(driver);
    const outcome = await driver.run(pingTo('172.16.184.1'));
    expect(outcome.kind === 'ping' && outcome.received).to.equal(1);
    return outcome.frames
      .map(({ host, device, direction }) => `${host} ${device} ${direction}`)
      .sort();
  } finally {
    await driver.close();
  }
}

/** All of the machine's own that a lab could have touched by mistake. */
async function ownNetwork(): Promise<readonly string[]> {
  const asked = [
    ['ip', 'address', 'show'],
    ['ip', 'route', 'show', 'table', 'all'],
    ['ip', 'rule', 'show'],
    ['iptables-save'],
    ['ipset', 'save'],
    ['sysctl', '-a', '-r', '^net\\.(ipv4|bridge|netfilter\\.nf_conntrack_max)'],
  ];
  const answers = await Promise.all(asked.map((words) => runTool(words)));
  return answers.map(({ stdout }) => stdout.replaceAll(/valid_lft \d+sec|^#.*$/gm, ''));
}

describe('after a run on namespaces', function () {
  this.timeout(60_000);
  before(skipWhereImpossible);

  it('nothing is left, and the machine is as it was', async () => {
    const before = await ownNetwork();
    const driver = newNetnsDriver(OPTIONS);
    let pids: readonly string[] = [];
    try {
      await buildWorld(driver);
      await driver.run(pingTo('172.16.184.1'));
      await driver.exec('k8s-w1', 'sleep 1000 >/dev/null 2>&1 &');
      pids = await processesIn(namespacesOf(process.pid));
    } finally {
      await driver.close();
    }
    expect(pids).to.have.length.above(20);
    expect(namespacesOf(process.pid)).to.deep.equal([]);
    expect(pids.filter(isRunning)).to.deep.equal([]);
    expect(await ownNetwork()).to.deep.equal(before);
  });

  it('that was interrupted, nothing is left', async () => {
    const child = await startRun();
    expect(namespacesOf(child.pid)).to.not.deep.equal([]);
    await end(child, 'SIGINT');
    expect(namespacesOf(child.pid)).to.deep.equal([]);
  });

  it('that was killed, the next one cleans up; what belongs to the living stays', async () => {
    const [killed, living] = await Promise.all([startRun(), startRun()]);
    const left = namespacesOf(killed?.pid);
    const kept = namespacesOf(living?.pid);
    await end(killed, 'SIGKILL');
    const swept = await sweep();
    expect(swept).to.include.members([...left]);
    expect(namespacesOf(killed.pid)).to.deep.equal([]);
    expect(namespacesOf(living.pid)).to.deep.equal(kept);
    expect(await processesIn(kept)).to.not.deep.equal([]);
    await end(living, 'SIGTERM');
    expect(namespacesOf(living.pid)).to.deep.equal([]);
  });

  it('that runs beside another, neither has seen the other', async () => {
    const seen = await Promise.all([1, 2].map(pingOnce));
    expect(seen[0]).to.deep.equal(seen[1]);
    expect(namespacesOf(process.pid)).to.deep.equal([]);
  });
});

/** A dead process may wait for somebody to ask how it ended, which is the machine's own affair. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
