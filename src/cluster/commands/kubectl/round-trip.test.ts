/** What `get -o yaml` and `-o json` print can be applied again, and changes nothing that packets meet. */
import { expect } from 'chai';
import type { Cluster } from '../../cluster';
import { applyPods, everythingOf, kans } from '../../testing/labs';
import { textOf } from './testing/replay';

const KINDS = ['nodes', 'pods', 'ippools', 'bgpconfigurations', 'clusterinformations', 'underlays'];

function lab(): Cluster {
  const cluster = kans();
  applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w0']);
  textOf(cluster, 'apply -f full-pod.yaml');
  return cluster;
}

describe('what kubectl prints', () => {
  for (const kind of KINDS) {
    for (const format of ['yaml', 'json']) {
      it(`of ${kind} as ${format} is applied again, and all stays as it was`, () => {
        const cluster = lab();
        const before = everythingOf(cluster);
        const printed = textOf(cluster, `get ${kind} -o ${format}`).stdout;
        const { stdout, stderr, exit } = textOf(cluster, 'apply -f -', printed);
        expect([stderr, exit]).to.deep.equal(['', 0]);
        expect(stdout).to.match(/^(\S+ (configured|unchanged)\n)+$/);
        expect(everythingOf(cluster)).to.deep.equal(before);
        expect(textOf(cluster, 'apply -f -', printed).stdout).to.match(/^(\S+ unchanged\n)+$/);
      });
    }
  }

  it('of a pool is applied with a change, as with sed', () => {
    const cluster = lab();
    const printed = textOf(cluster, 'get ippool default-ipv4-ippool -o yaml').stdout;
    const changed = printed.replace('natOutgoing: true', 'natOutgoing: false');
    expect(textOf(cluster, 'apply -f -', changed).stdout).to.equal(
      'ippool.crd.projectcalico.org/default-ipv4-ippool configured\n',
    );
    expect(cluster.control.model.pools.map(({ natOutgoing }) => natOutgoing)).to.deep.equal([
      false,
    ]);
  });
});
