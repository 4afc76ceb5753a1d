import { expect } from 'chai';
import { runCommandLine } from '../testing/run-command-line';
import { twoHosts } from '../testing/two-hosts';

describe('bridge fdb', () => {
  it('shows where the MAC addresses of a VXLAN are, and changes it', () => {
    const netns = twoHosts();
    const say = (line: string) => {
      const { stdout, stderr } = runCommandLine(line, netns);
      return stdout + stderr;
    };
    const device = 'type vxlan id 4096 local 10.0.0.1 dev eth0 dstport 4789 nolearning';
    expect(say(`ip link add vxlan.calico ${device}`)).to.equal('');
    const entry = '66:2c:40:81:b3:01 dev vxlan.calico dst 10.0.0.2 self permanent';
    expect(say(`bridge fdb add ${entry}`)).to.equal('');
    expect(say(`bridge fdb add ${entry}`)).to.equal('RTNETLINK answers: File exists\n');
    expect(say('bridge fdb')).to.equal(`${entry}\n`);
    expect(say('bridge fdb show dev vxlan.calico')).to.equal(
      '66:2c:40:81:b3:01 dst 10.0.0.2 self permanent\n',
    );
    expect(say('bridge fdb del 66:2c:40:81:b3:01 dev vxlan.calico')).to.equal('');
    expect(say('bridge fdb')).to.equal('');
  });

  it('has no bridges', () => {
    expect(runCommandLine('bridge link', twoHosts()).stdout).to.equal('');
    expect(runCommandLine('bridge mdb', twoHosts()).exit).to.equal(64);
  });
});
