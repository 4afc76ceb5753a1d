/**
 * What step arguments become, and which sentences they fit.
 */
import { expect } from 'chai';
import '../index';
import { stepReader } from './read-step';

const readStep = stepReader();

/** The id of the one sentence that a line is, and its arguments. */
function read(line: string): readonly unknown[] {
  return readStep(line).flatMap(({ entry, args }) => [entry.id, ...args]);
}

describe('step arguments', () => {
  it('take pods with and without namespace and node', () => {
    expect(read('pod1 on k8s-w1 pings shop/pod2')).to.deep.equal([
      'ping.pod',
      { pod: 'default/pod1', node: 'k8s-w1' },
      { pod: 'shop/pod2', node: undefined },
    ]);
  });

  it('never take an address for a pod', () => {
    expect(read('pod1 pings 8.8.8.8')).to.deep.equal([
      'ping.address',
      { pod: 'default/pod1', node: undefined },
      0x08080808,
    ]);
  });

  it('take interfaces by name, by owner, and by what they are', () => {
    const names = [
      'calice0906292e2',
      'ens5 of k8s-w1',
      'eth0 of shop/pod1',
      'the cali interface of pod1',
    ];
    const read1 = names.map((name) => read(`the request is seen on ${name}`)[2]);
    expect(read1).to.deep.equal([
      { device: 'calice0906292e2', of: undefined },
      { device: 'ens5', of: 'k8s-w1' },
      { device: 'eth0', of: 'shop/pod1' },
      { device: undefined, of: 'pod1' },
    ]);
  });

  it('take durations in milliseconds', () => {
    expect(['200 ms pass', '1 s passes', '2 min pass'].map((line) => read(line)[1])).to.deep.equal([
      200, 1000, 120_000,
    ]);
  });

  it('take values as YAML does', () => {
    const values = ['false', '26', 'CrossSubnet'];
    const read1 = values.map((value) => read(`natOutgoing of pool p is set to ${value}`)[3]);
    expect(read1).to.deep.equal([false, 26, 'CrossSubnet']);
  });

  it('are in Korean what they are in English, whatever particle follows', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['k8s-w1의 pod1이 shop/pod2로 핑을 보내면', 'pod1 on k8s-w1 pings shop/pod2'],
      ['pod1가 8.8.8.8으로 핑을 보낸다', 'pod1 pings 8.8.8.8'],
    ];
    for (const [korean, english] of pairs) expect(read(korean)).to.deep.equal(read(english));
  });

  it('refuse what has the form but not the meaning, and name what was meant', () => {
    expect(() => read('pod1 pings 300.1.1.1')).to.throw('300.1.1.1 is not an IPv4 address');
    expect(() => read('pod1 connects to pod2 on TCP port 70000')).to.throw(
      '70000 is not a port (1 to 65535)',
    );
    expect(() => read('the request is dropped on k8s-w1 for IP_RPFILTR')).to.throw(
      'the kernel has no drop reason IP_RPFILTR; did you mean IP_RPFILTER?',
    );
  });
});
