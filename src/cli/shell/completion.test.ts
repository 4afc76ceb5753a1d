import { expect } from 'chai';
import { completionsOf } from './completion';

const VOCABULARY = {
  commands: ['ip', 'ipset', 'iptables', 'ping'],
  names: ['calice0906292e2', 'k8s-w1', 'k8s-w2', 'pod1'],
};

describe('completion', () => {
  it('offers commands where one begins', () => {
    expect(completionsOf('ip', VOCABULARY)).to.deep.equal([['ip', 'ipset', 'iptables'], 'ip']);
    expect(completionsOf('ip route | p', VOCABULARY)).to.deep.equal([['ping'], 'p']);
    expect(completionsOf('sudo ipt', VOCABULARY)).to.deep.equal([['iptables'], 'ipt']);
    expect(completionsOf('kubectl exec pod1 -- pi', VOCABULARY)).to.deep.equal([['ping'], 'pi']);
  });

  it('offers the names of the lab elsewhere', () => {
    expect(completionsOf('ssh k8s', VOCABULARY)).to.deep.equal([['k8s-w1', 'k8s-w2'], 'k8s']);
    expect(completionsOf('tcpdump -i cali', VOCABULARY)).to.deep.equal([
      ['calice0906292e2'],
      'cali',
    ]);
  });

  it('offers nothing where nothing fits', () => {
    expect(completionsOf('ssh x', VOCABULARY)).to.deep.equal([[], 'x']);
  });
});
