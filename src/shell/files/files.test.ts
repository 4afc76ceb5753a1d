import { expect } from 'chai';
import { hostOf } from '../../cluster/testing/labs';
import { readSysctl } from '../../kernel/ops/sysctl';
import { newTerminal } from '../new-terminal';
import { clusterWithPods, said, terminalOn, typed } from '../testing/typed';

describe("a host's files", () => {
  it('are its sysctls below /proc/sys/net, both ways', async () => {
    const cluster = clusterWithPods();
    const terminal = newTerminal(cluster, 'k8s-m');
    expect(await terminal.type('cat /proc/sys/net/ipv4/ip_forward')).to.deep.equal(said('1\n'));
    await terminal.type('cd /proc/sys/net/ipv4; echo 0 > ip_forward; cd');
    expect(readSysctl(hostOf(cluster, 'k8s-m'), 'net.ipv4.ip_forward')).to.equal('0');
    expect(readSysctl(hostOf(cluster, 'k8s-w1'), 'net.ipv4.ip_forward')).to.equal('1');
  });

  it('refuse as Linux does', async () => {
    expect(await typed('echo x > /proc/sys/net/ipv4/ip_forward || echo failed')).to.deep.equal({
      stdout: 'failed\n',
      stderr: 'bash: echo: write error: Invalid argument\n',
      exit: 0,
    });
    const lines = [
      'echo 1 > /proc/sys/net/ipv4/nosuch',
      'echo 1 > /sys/class/net/ens5/address',
      'echo 1 > /nosuch/file',
      'cat /proc/sys/net/ipv4/conf/nodev/rp_filter',
    ];
    expect(await typed(lines.join('\n'))).to.deep.equal({
      stdout: '',
      stderr: [
        'bash: /proc/sys/net/ipv4/nosuch: No such file or directory\n',
        'bash: /sys/class/net/ens5/address: Permission denied\n',
        'bash: /nosuch/file: No such file or directory\n',
        'cat: /proc/sys/net/ipv4/conf/nodev/rp_filter: No such file or directory\n',
      ].join(''),
      exit: 1,
    });
  });

  it('are its devices below /sys/class/net', async () => {
    expect(await typed('ls /sys/class/net; cat /sys/class/net/ens5/{mtu,operstate}')).to.deep.equal(
      said('ens5\nlo\ntunl0\n1500\nup\n'),
    );
    const { stdout } = await typed(
      'echo 1400 > /sys/class/net/ens5/mtu; cat /sys/class/net/ens5/mtu',
    );
    expect(stdout).to.equal('1400\n');
  });

  it('are its tables below /proc/net, to the letter', async () => {
    const { stdout } = await typed('head -2 /proc/net/route');
    expect(stdout.split('\n').map((line) => line.trimEnd())).to.deep.equal([
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
      'ens5\t00000000\tFE0AA8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0',
      '',
    ]);
  });

  it("tell which interface of the node is the other end of a pod's", async () => {
    const line = 'kubectl exec pod1 -- cat /sys/class/net/eth0/iflink';
    const cluster = clusterWithPods();
    const { stdout } = await newTerminal(cluster, 'k8s-m').type(line);
    expect(hostOf(cluster, 'k8s-w1').devices.get('calice0906292e2')?.ifindex).to.equal(
      Number(stdout),
    );
  });

  it('count what went through the devices, in the columns of the kernel', async () => {
    const { stdout } = await typed('ping -c 2 127.0.0.1 > /dev/null; sed 1,2d /proc/net/dev');
    expect(stdout.split('\n')[0]).to.equal(
      '    lo:     336       4    0    0    0     0          0         0      336       4    0    0    0     0       0          0',
    );
  });

  it('are kept for everybody who logs in on the host, and for nobody else', async () => {
    const cluster = clusterWithPods();
    await newTerminal(cluster, 'k8s-m').type('echo kept > note');
    expect(await newTerminal(cluster, 'k8s-m').type('cat note')).to.deep.equal(said('kept\n'));
    expect((await newTerminal(cluster, 'k8s-w1').type('cat note')).exit).to.equal(1);
  });

  it('say what the host is', async () => {
    expect(await terminalOn('default/pod1').type('cat /etc/hostname; uname -nr')).to.deep.equal(
      said('pod1\npod1 5.15.0-119-generic\n'),
    );
  });
});
