/** How many errors a host sends to whom (facts/kernel.md, section 8). */
import { expect } from 'chai';
import { nodeWithPods, wait } from '../testing/node-with-pods';
import { outcomesOf, pingFrom, sysctl } from '../testing/watch';

const BURST = { ttl: 1, count: 12, intervalMs: 50, timeoutMs: 500 };
const errors = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${first + index}: 192.168.10.101 11/0`);

describe('the rate limit of ICMP errors', () => {
  it('is six in a burst for each host that hears them', () => {
    const { pod1, pod2 } = nodeWithPods();
    expect(outcomesOf(pingFrom(pod1, '8.8.8.8', BURST))).to.deep.equal(errors(1, 6));
    expect(outcomesOf(pingFrom(pod2, '8.8.8.8', BURST))).to.deep.equal(errors(1, 6));
  });

  it('gives one more for each second that passes', () => {
    const { network, pod1 } = nodeWithPods();
    pingFrom(pod1, '8.8.8.8', BURST);
    wait(network, 2);
    expect(outcomesOf(pingFrom(pod1, '8.8.8.8', BURST))).to.have.length(3);
  });

  it('is none with icmp_ratelimit 0, nor for types that icmp_ratemask leaves out', () => {
    for (const [name, value] of [
      ['icmp_ratelimit', 0],
      ['icmp_ratemask', 8],
    ] as const) {
      const { node, pod1 } = nodeWithPods();
      sysctl(node, `net.ipv4.${name}`, value);
      expect(outcomesOf(pingFrom(pod1, '8.8.8.8', BURST))).to.deep.equal(errors(1, 12));
    }
  });

  it('does not count echo replies', () => {
    const { pod1 } = nodeWithPods();
    const { received } = pingFrom(pod1, '192.168.10.101', { count: 100, intervalMs: 1 });
    expect(received).to.equal(100);
  });

  it('is also one of all errors together, whoever hears them', () => {
    const { node, pod1 } = nodeWithPods();
    sysctl(node, 'net.ipv4.icmp_ratelimit', 0);
    sysctl(node, 'net.ipv4.icmp_msgs_per_sec', 1);
    const flood = { ...BURST, count: 60, intervalMs: 1 };
    expect(outcomesOf(pingFrom(pod1, '8.8.8.8', flood))).to.deep.equal(errors(1, 1));
  });
});
