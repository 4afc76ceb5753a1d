/** The TTL, and what an error quotes of the packet (facts/kernel.md, sections 0 and 8). */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import type { CapturedFrame } from '../../trace/trace';
import { verboseLines } from '../../wire/print';
import type { Network } from '../network';
import { sendFrame } from '../programs/arping';
import { deviceIn, nodeWithPods, wait } from '../testing/node-with-pods';
import { dropsOf, outcomesOf, pingFrom, sysctl } from '../testing/watch';

function packetOf({ frame }: CapturedFrame) {
  if (frame.kind === 'ipv4') return frame;
  return frame.payload.kind === 'ipv4' ? frame.payload : undefined;
}

function errorsSentIn({ frames }: Network) {
  return frames
    .filter(({ direction }) => direction === 'out')
    .flatMap((seen) => packetOf(seen) ?? [])
    .flatMap((packet) => (packet.payload.kind === 'icmp-error' ? [{ ...packet }] : []))
    .flatMap(({ ttl, tos, dontFragment, payload }) =>
      payload.kind === 'icmp-error'
        ? [{ ttl, tos, dontFragment, quotedTtl: payload.quoted.ttl }]
        : [],
    );
}

describe('the TTL', () => {
  it('goes down by one on each host that forwards, and not on those that answer', () => {
    const { network, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2', { ttl: 10 });
    const ttls = network.frames
      .filter(({ direction }) => direction === 'out')
      .flatMap((seen) => packetOf(seen)?.ttl ?? []);
    expect(ttls).to.deep.equal([10, 9, 64, 63]);
  });

  it('is net.ipv4.ip_default_ttl where the program does not say', () => {
    const { pod1, pod2 } = nodeWithPods();
    sysctl(pod2, 'net.ipv4.ip_default_ttl', 128);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2'))).to.deep.equal(['1: ttl 127']);
  });

  it('of 1 ends at the node, which quotes the packet as it came: ttl 1', () => {
    const { network, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2', { ttl: 1 });
    expect(errorsSentIn(network)).to.deep.equal([
      { ttl: 64, tos: 0xc0, dontFragment: false, quotedTtl: 1 },
    ]);
  });

  it('of 1 is enough for the node itself', () => {
    const { pod1 } = nodeWithPods();
    expect(outcomesOf(pingFrom(pod1, '192.168.10.101', { ttl: 1 }))).to.deep.equal(['1: ttl 64']);
  });

  it('is quoted after it was decremented where the neighbour does not answer', () => {
    const { network, pod1 } = nodeWithPods();
    pingFrom(pod1, '192.168.10.77');
    expect(errorsSentIn(network)).to.deep.equal([
      { ttl: 64, tos: 0xc0, dontFragment: false, quotedTtl: 63 },
    ]);
  });
});

describe('an ICMP error', () => {
  it('quotes the whole packet, as long as the error stays within 576 bytes', () => {
    const { network, pod1 } = nodeWithPods();
    for (const size of [56, 1000]) pingFrom(pod1, '172.16.158.2', { ttl: 1, size });
    const lengths = network.frames
      .filter(({ direction, device }) => direction === 'in' && device === 'eth0')
      .map(({ frame }) => /length (\d+)\)/.exec(verboseLines(frame))?.[1])
      .filter((length) => length !== undefined);
    expect(lengths).to.deep.equal(['112', '576']);
  });

  it('is never about another error', () => {
    const { network, node, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2', { ttl: 1 });
    const told = network.frames.flatMap((seen) => packetOf(seen) ?? []).at(-1);
    const { mac } = deviceIn(node, 'cali-pod1');
    expect(told?.payload.kind).to.equal('icmp-error');
    if (told === undefined || mac === undefined) return;
    network.forget();
    const { source, destination } = told;
    const back = { ...told, source: destination, destination: ipv4('172.16.158.2'), ttl: 1 };
    sendFrame(deviceIn(pod1, 'eth0'), mac, back);
    wait(network, 1);
    expect(dropsOf(network)).to.deep.equal(['k8s-w1 IP_INHDR: the TTL has run out']);
    expect([errorsSentIn(network).length, source]).to.deep.equal([1, ipv4('192.168.10.101')]);
  });
});
