/**
 * What the programs write into fields that nobody reads, as tcpdump showed it on a real Linux 6.18 with
 * iputils' arping and traceroute 2.1.
 */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, formatMac } from '../../addr/mac';
import { innermostPacket } from '../../trace/packet-of';
import { deviceIn, nodeWithPods } from '../testing/node-with-pods';
import { type ArpingOptions, arping } from './arping';
import { traceroute } from './traceroute';

/** The target's MAC address in each of pod1's ARP packets. */
function targetMacs(options: Partial<ArpingOptions>): readonly string[] {
  const { network, pod1 } = nodeWithPods();
  const first = network.frames.length;
  arping(deviceIn(pod1, 'eth0'), {
    target: ipv4('169.254.1.1'),
    sender: ipv4('172.16.158.1'),
    operation: 'request',
    unicastTo: undefined,
    senderMac: undefined,
    count: 1,
    waitMs: 1000,
    ...options,
  });
  return network.frames.slice(first).flatMap(({ host, direction, frame }) => {
    if (host !== pod1.name || direction !== 'out' || frame.kind !== 'frame') return [];
    return frame.payload.kind === 'arp' ? [formatMac(frame.payload.targetMac)] : [];
  });
}

/** The data of the first probe, in hexadecimal. */
function probeData(method: 'udp' | 'icmp'): string {
  const { network, pod1 } = nodeWithPods();
  const to = ipv4('172.16.158.2');
  traceroute(pod1, { to, method, maxHops: 1, probes: 1, waitMs: 500, size: 60 });
  const packet = network.frames
    .map(({ frame }) => innermostPacket(frame))
    .find((seen) => seen?.destination === to);
  const payload = packet?.payload;
  if (payload?.kind === 'icmp-echo') return Buffer.from(payload.data).toString('hex');
  if (payload?.kind !== 'udp' || payload.payload.kind !== 'data') return '';
  return Buffer.from(payload.payload.bytes).toString('hex');
}

describe('in fields that nobody reads', () => {
  it('arping writes broadcast where it asks all, and then whom it asks', () => {
    expect(targetMacs({ count: 2, followsAnswers: true })).to.deep.equal([
      'ff:ff:ff:ff:ff:ff',
      'ee:ee:ee:ee:ee:ee',
    ]);
  });

  it('arping -A writes its own address', () => {
    const { pod1 } = nodeWithPods();
    const own = formatMac(deviceIn(pod1, 'eth0').mac ?? BROADCAST_MAC);
    expect(targetMacs({ operation: 'reply' })).to.deep.equal([own]);
  });

  it('traceroute counts up from 0x40', () => {
    expect(probeData('udp')).to.equal(
      '404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f',
    );
  });

  it('traceroute -I counts the bytes of the ICMP header too', () => {
    expect(probeData('icmp')).to.equal(
      '48494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f6061626364656667',
    );
  });
});
