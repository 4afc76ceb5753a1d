/** Which labs a feature is drawn with. */
import { expect } from 'chai';
import type { Topology } from '../model/topology';
import { commonLabs, isSameLab } from './common-labs';

function lab(node: string, ...pods: readonly string[]): Topology {
  return {
    nodes: [{ name: node, address: '10.0.0.1', nic: 'ens5' }],
    workloads: pods.map((pod) => ({ pod, node, address: '10.1.0.1', interface: 'cali1' })),
    segments: [],
    routers: [],
    outside: [],
  };
}

describe('the labs of a feature', () => {
  it('are drawn once for the same hosts, with the pods that all scenarios have', () => {
    const labs = [lab('n', 'a', 'b'), lab('m', 'c'), lab('n', 'b', 'd')];
    expect(commonLabs(labs)).to.deep.equal([lab('n', 'b'), lab('m', 'c')]);
    expect(commonLabs([])).to.deep.equal([]);
  });

  it('are the same where hosts and pods are', () => {
    expect(isSameLab(lab('n', 'a'), lab('n', 'a'))).to.equal(true);
    expect(isSameLab(lab('n', 'a'), lab('n', 'b'))).to.equal(false);
    expect(isSameLab(lab('n', 'a'), lab('m', 'a'))).to.equal(false);
  });
});
