/** Settings by path, and those that set others (net/ipv4/devinet.c). */
import { expect } from 'chai';
import { nodeWithPods } from '../testing/node-with-pods';
import { sysctl } from '../testing/watch';
import { applyOp } from './apply-op';
import { OpError } from './op-error';
import { readSysctl } from './sysctl';

function refusal(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (error instanceof OpError) return error.errno;
    throw error;
  }
  return 'accepted';
}

describe('a sysctl', () => {
  it('is found with dots and with slashes', () => {
    const { node } = nodeWithPods();
    sysctl(node, 'net/ipv4/conf/ens5/rp_filter', 2);
    expect(readSysctl(node, 'net.ipv4.conf.ens5.rp_filter')).to.equal('2');
    expect(readSysctl(node, '/net/ipv4/conf/ens5/rp_filter')).to.equal('2');
  });

  it('of a device reaches a name with dots by slashes only', () => {
    const { node } = nodeWithPods();
    applyOp(node, { kind: 'link-add', link: { kind: 'ipip', name: 'tun.1', mtu: 1480 } });
    sysctl(node, 'net/ipv4/conf/tun.1/rp_filter', 1);
    expect(readSysctl(node, 'net/ipv4/conf/tun.1/rp_filter')).to.equal('1');
    expect(readSysctl(node, 'net.ipv4.conf.tun.1.rp_filter')).to.equal(undefined);
  });

  for (const [path, value, errno] of [
    ['net.ipv4.conf.eth9.rp_filter', '1', 'ENOENT'],
    ['net.ipv4.conf.ens5.no_such', '1', 'ENOENT'],
    ['net.ipv4.no_such', '1', 'ENOENT'],
    ['net.ipv4', '1', 'ENOENT'],
    ['kernel.pid_max', '1', 'ENOENT'],
    ['net.ipv4.conf.ens5.rp_filter', 'on', 'EINVAL'],
    ['net.ipv4.conf.ens5.rp_filter', '', 'EINVAL'],
    ['net.ipv4.conf.ens5.rp_filter', '1.5', 'EINVAL'],
    ['net.ipv4.conf.ens5.rp_filter', ' 1\n', 'accepted'],
    ['net.ipv6.conf.all.forwarding', '1', 'accepted'],
  ] as const) {
    it(`${path}=${JSON.stringify(value)} is ${errno}`, () => {
      const { node } = nodeWithPods();
      expect(refusal(() => sysctl(node, path, value))).to.equal(errno);
    });
  }

  for (const path of ['net.ipv4.ip_forward', 'net.ipv4.conf.all.forwarding']) {
    it(`${path} sets forwarding on every device, those to come included`, () => {
      const { node } = nodeWithPods();
      sysctl(node, path, 0);
      applyOp(node, { kind: 'link-add', link: { kind: 'ipip', name: 'tunl0', mtu: 1480 } });
      const values = [
        'ip_forward',
        ...['all', 'default', 'ens5', 'cali-pod1', 'tunl0'].map(
          (name) => `conf.${name}.forwarding`,
        ),
      ].map((name) => readSysctl(node, `net.ipv4.${name}`));
      expect(values).to.deep.equal(['0', '0', '0', '0', '0', '0']);
    });
  }

  it('default is what later devices begin with, and no earlier one', () => {
    const { node } = nodeWithPods();
    sysctl(node, 'net.ipv4.conf.default.rp_filter', 1);
    applyOp(node, { kind: 'link-add', link: { kind: 'ipip', name: 'tunl0', mtu: 1480 } });
    expect(readSysctl(node, 'net.ipv4.conf.tunl0.rp_filter')).to.equal('1');
    expect(readSysctl(node, 'net.ipv4.conf.ens5.rp_filter')).to.equal('0');
  });

  it('base_reachable_time_ms draws a new reachable time', () => {
    const { node } = nodeWithPods();
    sysctl(node, 'net.ipv4.neigh.ens5.base_reachable_time_ms', 1000);
    expect(node.devices.get('ens5')?.reachableTimeUs).to.be.within(500_000, 1_500_000);
  });
});
