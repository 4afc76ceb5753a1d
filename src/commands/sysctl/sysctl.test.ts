import { expect } from 'chai';
import { NO_INPUT } from '../command';
import { runCommandLine } from '../testing/run-command-line';
import { twoHosts } from '../testing/two-hosts';
import { sysctl } from './sysctl';

describe('sysctl', () => {
  it('loads a file, says which lines it cannot read, and goes on', () => {
    const text = '# c\nnet.ipv4.ip_forward = 1\n\n-net.ipv4.foo = 2\nnet.ipv4.bar=3\ngarbage\n';
    const files = new Map([['/tmp/sy', new TextEncoder().encode(text)]]);
    const words = ['-p', '/tmp/sy'];
    expect(sysctl.reads?.(words)).to.deep.equal(['/tmp/sy']);
    expect(sysctl.run(words, twoHosts(), { ...NO_INPUT, files })).to.deep.equal({
      stdout: 'net.ipv4.ip_forward = 1\n',
      stderr:
        'sysctl: /tmp/sy(6): invalid syntax, continuing...\n' +
        'sysctl: cannot stat /proc/sys/net/ipv4/foo: No such file or directory\n' +
        'sysctl: cannot stat /proc/sys/net/ipv4/bar: No such file or directory\n',
      exit: 1,
    });
  });

  it('says of sysctls beside the network that they are not modelled', () => {
    expect(runCommandLine('sysctl vm.swappiness', twoHosts())).to.deep.equal({
      stdout: '',
      stderr: 'not modelled here: sysctl vm.swappiness\n',
      exit: 64,
    });
  });

  it('takes a directory and a pattern for all that they stand for', () => {
    const netns = twoHosts();
    expect(runCommandLine("sysctl -a -r 'conf.(lo|eth0).rp_filter'", netns).stdout).to.equal(
      'net.ipv4.conf.eth0.rp_filter = 0\nnet.ipv4.conf.lo.rp_filter = 0\n',
    );
    expect(runCommandLine('sysctl -N net.ipv4.conf.lo', netns).stdout.split('\n')[0]).to.equal(
      'net.ipv4.conf.lo.accept_local',
    );
  });

  it('prints only values, or only names', () => {
    const netns = twoHosts();
    const names = 'net.ipv4.ip_forward net/ipv4/ip_default_ttl';
    expect(runCommandLine(`sysctl -n ${names}`, netns).stdout).to.equal('0\n64\n');
    expect(runCommandLine(`sysctl -N ${names}`, netns).stdout).to.equal(
      'net.ipv4.ip_forward\nnet.ipv4.ip_default_ttl\n',
    );
  });
});
