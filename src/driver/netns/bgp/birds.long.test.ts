/** Real BIRD daemons on the nodes of the lab come to the routes that the simulation has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatIpv4 } from '../../../addr/ipv4';
import { formatRoute } from '../../../host/format-route';
import type { Driver } from '../../driver';
import { newSimDriver } from '../../sim/sim';
import { namespaces } from '../lab/namespaces';
import { processPrefix, thisProcess } from '../lab/run-id';
import { runTool } from '../lab/run-tool';
import { newNetnsDriver } from '../netns';
import { skipWhereImpossible } from '../testing/only-where-possible';
import { OPTIONS } from '../testing/options';

const LAB = readFileSync(join(__dirname, '../../../../features/labs/kans.yaml'), 'utf8');
const PODS = ['k8s-w1', 'k8s-w0']
  .map((node) => {
    const spec = `{nodeName: ${node}, containers: [{name: one, image: one}]}`;
    return `apiVersion: v1\nkind: Pod\nmetadata: {name: on-${node}}\nspec: ${spec}\n`;
  })
  .join('---\n');
const NODES = ['k8s-m', 'k8s-w0', 'k8s-w1', 'k8s-w2'];

type Tables = Readonly<Record<string, readonly string[]>>;

async function tablesOf(driver: Driver): Promise<Tables> {
  const tables = NODES.map(async (node) => {
    const routes = await driver.routes(node);
    return [node, routes.map(formatRoute).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** Without what is learned of other nodes. */
function ownOf(tables: Tables): Tables {
  const lists = Object.entries(tables).map(([node, lines]) => {
    return [node, lines.filter((line) => !/^\d.* proto bird/.test(line))] as const;
  });
  return Object.fromEntries(lists);
}

/** @returns how many daemons of this process's labs were killed there */
async function killBirdOn(node: string): Promise<number> {
  const prefix = processPrefix(thisProcess());
  const mine = namespaces().filter((name) => name.startsWith(prefix) && name.endsWith(node));
  const lists = await Promise.all(mine.map((name) => runTool(['ip', 'netns', 'pids', name])));
  const pids = lists.flatMap(({ stdout }) => stdout.split('\n')).filter((pid) => pid !== '');
  const birds = pids.filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'bird\n');
  for (const pid of birds) process.kill(Number(pid), 'SIGKILL');
  return birds.length;
}

describe('BIRD on the nodes of a real kernel', function () {
  this.timeout(120_000);
  before(skipWhereImpossible);

  let bird: Driver;
  let sim: Driver;
  const both = (action: (driver: Driver) => Promise<unknown>) =>
    Promise.all([action(bird), action(sim)]);
  const expectTheSame = async () => {
    expect(await tablesOf(bird)).to.deep.equal(await tablesOf(sim));
  };

  before(async () => {
    bird = newNetnsDriver({ ...OPTIONS, bgp: 'bird' });
    sim = newSimDriver({ seed: 1, wire: false });
    await both((driver) => driver.apply(LAB, 'kans.yaml'));
    await both((driver) => driver.apply(PODS, 'pods.yaml'));
  });
  after(async () => {
    await both((driver) => driver.close());
  });

  it('comes to the routes of the simulation, which carry pings', async () => {
    await expectTheSame();
    const { workloads } = await bird.inventory();
    const there = workloads.filter(({ node }) => node === 'k8s-w0').map(({ address }) => address);
    expect(there).to.have.length(1);
    const ping = `ping -c 1 -W 2 ${there.map(formatIpv4).join()}`;
    const { stdout } = await bird.exec('default/on-k8s-w1', ping);
    expect(stdout).to.include('1 received');
  });

  for (const spec of [
    { ipipMode: 'CrossSubnet' },
    { ipipMode: 'Never' },
    { ipipMode: 'Never', vxlanMode: 'Always' },
    { ipipMode: 'Always', vxlanMode: 'Never' },
  ]) {
    it(`follows a pool that turns to ${JSON.stringify(spec)}`, async () => {
      const pool = 'default-ipv4-ippool';
      await both((driver) => driver.patch('IPPool', pool, { spec }));
      await expectTheSame();
    });
  }

  it('keeps its routes when it is killed, and its peers keep them, for they restart gracefully', async () => {
    const before = await tablesOf(bird);
    expect(await killBirdOn('k8s-w1')).to.equal(1);
    await bird.wait(1_000);
    expect(await tablesOf(bird)).to.deep.equal(before);
  });

  it('withdraws all that it learned where the mesh is turned off', async () => {
    const before = await tablesOf(sim);
    const off = `apiVersion: projectcalico.org/v3
kind: BGPConfiguration
metadata:
  name: default
spec:
  nodeToNodeMeshEnabled: false
`;
    await both((driver) => driver.apply(off, 'off.yaml'));
    expect(await tablesOf(bird)).to.deep.equal(ownOf(before));
    await expectTheSame();
  });
});
