/** The first ping between two pods of a node, frame by frame (facts/kernel.md, section 1). */
import { expect } from 'chai';
import { nodeWithPods, wait } from '../testing/node-with-pods';
import { framesOf, outcomesOf, pingFrom, rowsOf } from '../testing/watch';

/** Both ends of a veth see the same frame. */
function crossing(from: string, to: string, text: string): readonly string[] {
  return [`${from} out ${text}`, `${to} in ${text}`];
}

const POD1 = 'pod1 eth0';
const POD2 = 'pod2 eth0';
const CALI1 = 'k8s-w1 cali-pod1';
const CALI2 = 'k8s-w1 cali-pod2';
const REQUEST = 'IP 172.16.158.1 > 172.16.158.2: ICMP echo request, id 7, seq 1, length 64';
const REPLY = 'IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, id 7, seq 1, length 64';
const CALI_IS = 'ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee, length 28';

describe('the first ping between two pods of a node', () => {
  it('takes twenty frames, in the order that Linux sends them', () => {
    const { network, pod1 } = nodeWithPods();
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2'))).to.deep.equal(['1: ttl 63']);
    const asked = 'ARP, Request who-has 172.16.158.2 tell 192.168.10.101, length 28';
    expect(framesOf(network)).to.deep.equal([
      ...crossing(POD1, CALI1, 'ARP, Request who-has 169.254.1.1 tell 172.16.158.1, length 28'),
      ...crossing(CALI1, POD1, CALI_IS),
      ...crossing(POD1, CALI1, REQUEST),
      ...crossing(CALI2, POD2, asked),
      ...crossing(POD2, CALI2, 'ARP, Reply 172.16.158.2 is-at 02:aa:00:00:00:02, length 28'),
      ...crossing(CALI2, POD2, REQUEST),
      ...crossing(POD2, CALI2, 'ARP, Request who-has 169.254.1.1 tell 172.16.158.2, length 28'),
      ...crossing(CALI2, POD2, CALI_IS),
      ...crossing(POD2, CALI2, REPLY),
      ...crossing(CALI1, POD1, REPLY),
    ]);
  });

  it('leaves these rows behind', () => {
    const { node, pod1, pod2 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2');
    expect(rowsOf(pod1)).to.deep.equal(['eth0 169.254.1.1 ee:ee:ee:ee:ee:ee REACHABLE']);
    expect(rowsOf(pod2)).to.deep.equal([
      'eth0 192.168.10.101 ee:ee:ee:ee:ee:ee STALE',
      'eth0 169.254.1.1 ee:ee:ee:ee:ee:ee REACHABLE',
    ]);
    expect(rowsOf(node)).to.deep.equal([
      'cali-pod1 172.16.158.1 02:aa:00:00:00:01 DELAY',
      'cali-pod2 172.16.158.2 02:aa:00:00:00:02 REACHABLE',
    ]);
  });

  it('needs no ARP the second time, nor in the other direction', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2');
    const first = network.frames.length;
    pingFrom(pod1, '172.16.158.2', { icmpId: 8 });
    pingFrom(pod2, '172.16.158.1', { icmpId: 9 });
    const later = framesOf(network, first);
    expect(later).to.have.length(16);
    expect(later.filter((line) => line.includes('ARP'))).to.deep.equal([]);
  });

  it('is followed five seconds later by a probe of the pod that spoke first', () => {
    const { network, node, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2');
    const first = network.frames.length;
    wait(network, 6);
    expect(framesOf(network, first)).to.deep.equal([
      ...crossing(CALI1, POD1, 'ARP, Request who-has 172.16.158.1 tell 192.168.10.101, length 28'),
      ...crossing(POD1, CALI1, 'ARP, Reply 172.16.158.1 is-at 02:aa:00:00:00:01, length 28'),
    ]);
    const [probe] = network.frames.slice(first);
    expect(probe?.atUs).to.be.within(5_000_000, 5_260_000);
    const frame = probe?.frame;
    expect(frame?.kind === 'frame' && frame.destination).to.equal(pod1.devices.get('eth0')?.mac);
    expect(rowsOf(node)[0]).to.equal('cali-pod1 172.16.158.1 02:aa:00:00:00:01 REACHABLE');
    expect(rowsOf(pod1)).to.deep.equal([
      'eth0 169.254.1.1 ee:ee:ee:ee:ee:ee REACHABLE',
      'eth0 192.168.10.101 ee:ee:ee:ee:ee:ee STALE',
    ]);
  });

  it('sends nothing at all before it', () => {
    const { network } = nodeWithPods();
    wait(network, 120);
    expect(network.frames).to.deep.equal([]);
  });
});
