/**
 * What a scenario of story 2 costs on the simulation and on this machine's kernel: a lab of four nodes
 * is built, two pods come, one pings the other, all is taken down again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from '../src/driver/driver';
import { newNetnsDriver } from '../src/driver/netns/netns';
import { missingForNetns } from '../src/driver/netns/requirements';
import { newSimDriver } from '../src/driver/sim/sim';
import type { Claim } from './claim';
import { medianMsAsync } from './stopwatch';

const ROUNDS = 5;
const FEATURES = join(__dirname, '..', 'features');
const WHAT = 'a scenario of story 2 on namespaces, against the same on the simulation';

/** No limit is set: the figures are for whoever wonders which to run. */
export async function twoKernels(): Promise<Claim> {
  const missing = missingForNetns();
  if (missing.length > 0) {
    return { what: WHAT, wanted: 'to be known', measured: `not here: ${missing[0]}`, holds: true };
  }
  const simulated = await costOf(() => newSimDriver({ seed: 1, wire: false }));
  const real = await costOf(() =>
    newNetnsDriver({ seed: 1, patienceMs: 10_000, bgp: 'calicumber' }),
  );
  const figures = `${real.toFixed(0)} ms against ${simulated.toFixed(2)} ms`;
  const measured = `${(real / simulated).toFixed(0)} times (${figures})`;
  return { what: WHAT, wanted: 'to be known', measured, holds: true };
}

async function costOf(newDriver: () => Driver | Promise<Driver>): Promise<number> {
  const once = async () => {
    const driver = await newDriver();
    try {
      await pingBetweenNodes(driver);
    } finally {
      await driver.close();
    }
  };
  await once();
  return medianMsAsync(ROUNDS, once);
}

async function pingBetweenNodes(driver: Driver): Promise<void> {
  await driver.apply(read('labs/kans.yaml'), 'kans');
  await driver.apply(read('manifests/two-pods-two-nodes.yaml'), 'two-pods-two-nodes');
  const { workloads } = await driver.inventory();
  const [from, to] = workloads;
  if (from === undefined || to === undefined) throw new Error('the lab has no two pods');
  const outcome = await driver.run({
    kind: 'ping',
    from: from.pod,
    to: to.address,
    count: 1,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId: undefined,
  });
  if (outcome.kind !== 'ping' || outcome.received !== 1) throw new Error('the ping failed');
}

function read(path: string): string {
  return readFileSync(join(FEATURES, path), 'utf8');
}
