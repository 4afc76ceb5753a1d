import { expect } from 'chai';
import { nodeWithPods, wait } from '../../kernel/testing/node-with-pods';
import { NO_INPUT } from '../command';
import { runCommandLine } from '../testing/run-command-line';
import { ip } from './ip';

describe('ip on a node with two pods', () => {
  it('prints the routes that Calico makes', () => {
    expect(runCommandLine('ip route', nodeWithPods().node)).to.deep.equal({
      stdout: [
        'default via 192.168.10.1 dev ens5 ',
        'blackhole 172.16.158.0/24 proto bird ',
        '172.16.158.1 dev cali-pod1 scope link ',
        '172.16.158.2 dev cali-pod2 scope link ',
        '192.168.10.0/24 dev ens5 proto kernel scope link src 192.168.10.101 ',
        '',
      ].join('\n'),
      stderr: '',
      exit: 0,
    });
  });

  it('tells a forwarded packet from an own one', () => {
    const { node } = nodeWithPods();
    const get = 'ip route get 172.16.158.2';
    expect(runCommandLine(get, node).stdout).to.equal(
      '172.16.158.2 dev cali-pod2 src 192.168.10.101 uid 0 \n    cache \n',
    );
    expect(runCommandLine(`${get} from 172.16.158.1 iif cali-pod1`, node).stdout).to.equal(
      '172.16.158.2 from 172.16.158.1 dev cali-pod2 \n    cache iif cali-pod1 \n',
    );
  });

  it('numbers the namespaces of the pods', () => {
    const lines = runCommandLine('ip link', nodeWithPods().node).stdout.split('\n');
    expect(lines.slice(4, -1)).to.deep.equal([
      '3: cali-pod1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000',
      '    link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff link-netnsid 0',
      '4: cali-pod2@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000',
      '    link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff link-netnsid 1',
    ]);
  });

  it('counts the seconds of a row that somebody else’s request made as in the tutorial', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    runCommandLine(`ping -c 1 172.16.158.2`, pod1);
    wait(network, 451);
    expect(runCommandLine('ip -c -s neigh', pod2).stdout).to.contain(
      '\u001b[35m192.168.10.101 \u001b[0mdev \u001b[36meth0 \u001b[0m' +
        'lladdr \u001b[33mee:ee:ee:ee:ee:ee \u001b[0m used 451/511/451probes 0 STALE \n',
    );
  });

  it('cannot do what has no part in the simulation, and says so', () => {
    const { node } = nodeWithPods();
    expect(runCommandLine('ip monitor', node)).to.deep.equal({
      stdout: '',
      stderr: 'not modelled here: ip monitor\n',
      exit: 64,
    });
  });

  it('runs the commands of a file until one fails', () => {
    const { node } = nodeWithPods();
    const text = 'route add 5.5.5.5 via 192.168.10.1\n# nothing\nroute del 6.6.6.6\nroute\n';
    const files = new Map([['x', new TextEncoder().encode(text)]]);
    expect(ip.reads?.(['-batch', 'x'])).to.deep.equal(['x']);
    expect(ip.run(['-batch', 'x'], node, { ...NO_INPUT, files })).to.deep.equal({
      stdout: '',
      stderr: 'RTNETLINK answers: No such process\nCommand failed x:3\n',
      exit: 1,
    });
    expect(runCommandLine('ip route show 5.5.5.5', node).stdout).to.equal(
      '5.5.5.5 via 192.168.10.1 dev ens5 \n',
    );
  });

  it('counts what goes through a device', () => {
    const { pod1 } = nodeWithPods();
    runCommandLine('ping -c 1 172.16.158.2', pod1);
    expect(runCommandLine('ip -s link show eth0', pod1).stdout.split('\n').slice(2)).to.deep.equal([
      '    RX:  bytes packets errors dropped  missed   mcast           ',
      '           140       2      0       0       0       0 ',
      '    TX:  bytes packets errors dropped carrier collsns           ',
      '           140       2      0       0       0       0 ',
      '',
    ]);
  });
});
