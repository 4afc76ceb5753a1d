import { expect } from 'chai';
import { nodeWithPods } from '../../kernel/testing/node-with-pods';
import { runCommandLine } from '../testing/run-command-line';

describe('tracepath through a node', () => {
  it('finds the MTU of the link behind the router', () => {
    const { node, pod1, pod2 } = nodeWithPods();
    runCommandLine('ip link set cali-pod2 mtu 1400', node);
    const [address] = pod2.devices.get('eth0')?.addresses ?? [];
    expect(address).to.not.equal(undefined);
    const { stdout } = runCommandLine('tracepath -n 172.16.158.2', pod1);
    expect(stdout.replace(/\d+\.\d+ms/g, 'T')).to.equal(
      [
        ' 1?: [LOCALHOST]                      pmtu 1500',
        ' 1:  192.168.10.101                                        T ',
        ' 1:  192.168.10.101                                        T ',
        ' 2:  192.168.10.101                                        T pmtu 1400',
        ' 2:  172.16.158.2                                          T reached',
        '     Resume: pmtu 1400 hops 2 back 2 ',
        '',
      ].join('\n'),
    );
  });
});
