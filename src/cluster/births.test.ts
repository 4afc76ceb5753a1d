/** Who was made when: the same in every run, and another one whenever something is made anew. */
import { expect } from 'chai';
import { namespaceKind } from '../k8s/resources/namespace';
import { nodeKind } from '../k8s/resources/node';
import { podKind } from '../k8s/resources/pod';
import { deleteResource } from './apply';
import type { Cluster } from './cluster';
import { applyPods, kans } from './testing/labs';

const POD1 = { name: 'pod1', namespace: 'default' };
const SECOND_US = 1_000_000;

function waitSeconds({ network }: Cluster, seconds: number): void {
  network.scheduler.runUntil(network.nowUs + seconds * SECOND_US);
}

describe('the birth of a resource', () => {
  it('is when the change that made it came about, whatever changed later', () => {
    const cluster = kans();
    waitSeconds(cluster, 10);
    applyPods(cluster, ['pod1', 'k8s-w1']);
    waitSeconds(cluster, 10);
    applyPods(cluster, ['pod2', 'k8s-w1']);
    const born = (name: string) => cluster.birthOf(podKind, { ...POD1, name }).atUs;
    const node = cluster.birthOf(nodeKind, { name: 'k8s-w1' }).atUs;
    expect([node, born('pod1'), born('pod2')]).to.deep.equal([0, 10 * SECOND_US, 20 * SECOND_US]);
  });

  it('is another one when the resource is made again', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1']);
    const first = cluster.birthOf(podKind, POD1);
    deleteResource(cluster, podKind, 'pod1', 'default');
    waitSeconds(cluster, 5);
    applyPods(cluster, ['pod1', 'k8s-w1']);
    const second = cluster.birthOf(podKind, POD1);
    expect(second.atUs).to.equal(5 * SECOND_US);
    expect(second.uid).not.to.equal(first.uid);
    expect(Number(second.resourceVersion)).to.be.above(Number(first.resourceVersion));
  });

  it('gives the same UUID of version 4 in every run, and another to each resource', () => {
    const uids = (cluster: Cluster) =>
      ['k8s-m', 'k8s-w0', 'k8s-w1'].map((name) => cluster.birthOf(nodeKind, { name }).uid);
    const once = uids(kans());
    expect(uids(kans())).to.deep.equal(once);
    expect(new Set(once).size).to.equal(3);
    for (const uid of once) {
      expect(uid).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('was at the beginning for what nobody wrote down', () => {
    const cluster = kans();
    waitSeconds(cluster, 5);
    expect(cluster.birthOf(namespaceKind, { name: 'default' }).atUs).to.equal(0);
  });
});
