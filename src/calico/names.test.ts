import { expect } from 'chai';
import { formatMac } from '../addr/mac';
import { chainName, vxlanMac, workloadEndpointName, workloadInterfaceName } from './names';

describe('names that Calico derives', () => {
  it('calls a pod’s interface by the SHA-1 of its name', () => {
    expect(workloadInterfaceName('default', 'pod1')).to.equal('calice0906292e2');
    expect(workloadInterfaceName('default', 'pod2')).to.equal('calibd2348b4f67');
  });

  it('doubles the hyphens inside an endpoint’s name', () => {
    expect(workloadEndpointName('k8s-w1', 'pod1')).to.equal('k8s--w1-k8s-pod1-eth0');
  });

  it('makes the MAC of vxlan.calico from the node’s name', () => {
    expect(['k8s-m', 'k8s-w1', 'minikube'].map((node) => formatMac(vxlanMac(node)))).to.deep.equal([
      '66:04:03:49:b1:1e',
      '66:74:91:32:7c:04',
      '66:66:b0:7b:5c:e1',
    ]);
  });

  for (const [prefix, suffix, name] of [
    ['cali-pri-', 'kns.default', 'cali-pri-kns.default'],
    ['cali-pri-', 'kns.kube-system', 'cali-pri-kns.kube-system'],
    ['cali-pri-', 'ksa.default.default', 'cali-pri-ksa.default.default'],
    ['cali-pri-', 'ksa.kube-system.coredns', 'cali-pri-_u2Tn2rSoAPffvE7JO6'],
    ['cali-pri-', 'ksa.kube-system.calico-kube-controllers', 'cali-pri-_PTRGc0U-L5Kz7V6ERW'],
    ['cali-pri-', 'ksa.calico-system.calico-kube-controllers', 'cali-pri-_nzzjLvInId1gPHmQz_'],
    ['cali-pri-', 'ksa.kube-system.metrics-server', 'cali-pri-_CVSZITRyIpEmH8AB6H'],
    ['cali-pri-', 'ksa.kube-system.coredns-autoscaler', 'cali-pri-_npJ7qTPnQvugDgIE9J'],
    ['cali-pi-', 'default/knp.default.access-nginx', 'cali-pi-_wrg4pJPiI1zj6SR3Ljt'],
    ['cali-pi-', 'default/knp.default.allow-db-access', 'cali-pi-_tTE-E7yY40ogArNVgKt'],
    ['cali-pi-', 'default/default.policy-1', 'cali-pi-_l_CMLPBmpkyZIIwB62k'],
    ['cali-pi-', 'default/knp.default.default-deny', 'cali-pi-_R3gvoG4sTTQrQ1d4clb'],
    [
      'cali-pi-',
      'default/calico-system/knp.default.allow-apiserver',
      'cali-pi-_RPHPUh868v26JJg7645',
    ],
    ['cali-pi-', 'default/calico-system/knp.default.whisker', 'cali-pi-_YYnSgB46MA1TYU44kJq'],
    ['cali-pi-', 'default.deny-ext', 'cali-pi-default.deny-ext'],
  ] as const) {
    it(`calls the chain of ${suffix} ${name}`, () => {
      expect(chainName(prefix, suffix)).to.equal(name);
    });
  }
});
