/** Names by which a run's namespaces are known, also to runs that come later. */
import { expect } from 'chai';
import { isAlive, labPrefix, ownerOf, thisProcess } from './run-id';

describe('the name of a namespace', () => {
  it('tells the process that made it, whatever the host is called', () => {
    for (const host of ['k8s-w1', 'default.pod1', 'a-b.c-1', '_fabric']) {
      expect(ownerOf(`${labPrefix(7)}${host}`)).to.deep.equal(thisProcess());
    }
  });

  it('is not taken for ours where somebody else gave it', () => {
    for (const name of ['blue', 'cc', 'cc-1', 'ccx-k8s-w1', 'cni-0a1b2c3d', 'ccs.net']) {
      expect(ownerOf(name), name).to.equal(undefined);
    }
  });

  it('outlives its process: a pid that is used again is another process', () => {
    const self = thisProcess();
    expect(isAlive(self)).to.equal(true);
    expect(isAlive({ pid: self.pid, startTicks: `${Number(self.startTicks) + 1}` })).to.equal(
      false,
    );
    expect(isAlive({ pid: 4_194_305, startTicks: '1' })).to.equal(false);
  });
});
