/**
 * Frames and headers as rows: tcpdump's and Wireshark's words.
 */
import { expect } from 'chai';
import { ipv4 } from '../../src/addr/ipv4';
import { mac, ZERO_MAC } from '../../src/addr/mac';
import type { ArpPacket } from '../../src/wire/arp';
import type { Ipv4Packet, Ipv4Payload } from '../../src/wire/ipv4';
import { captured, echo, POD1, POD2 } from '../matchers/made-outcome';
import { describeFrame, frameRow } from './frame-row';
import { headerRow } from './header-row';

const sameName = (text: string) => text;
const ownerName = (text: string) => (text === '02:00:00:00:00:01' ? 'pod1' : text);

const ASK: ArpPacket = {
  kind: 'arp',
  operation: 'request',
  senderMac: mac('02:00:00:00:00:01'),
  senderIp: POD1,
  targetMac: ZERO_MAC,
  targetIp: ipv4('169.254.1.1'),
};

function framed(payload: ArpPacket | Ipv4Packet) {
  const source = mac('02:00:00:00:00:01');
  return { kind: 'frame', source, destination: mac('ee:ee:ee:ee:ee:ee'), payload } as const;
}

function carrying(protocol: number, payload: Ipv4Payload): Ipv4Packet {
  const source = ipv4('192.168.10.101');
  const destination = ipv4('192.168.10.102');
  return { ...echo('request', 63), protocol, source, destination, payload };
}

const INNER = echo('request', 63);
const IPIP = carrying(4, INNER);
const VXLAN = carrying(17, {
  kind: 'udp',
  sourcePort: 41567,
  destinationPort: 4789,
  hasChecksum: true,
  payload: { kind: 'vxlan', vni: 4096, inner: framed(INNER) },
});

describe('a frame as a row', () => {
  it('names MAC addresses by their owner, and shows the TTL', () => {
    expect(frameRow(captured('default/pod1', 'eth0', 'out', 1), ownerName)).to.deep.equal({
      host: 'pod1',
      interface: 'eth0',
      direction: 'out',
      from: 'pod1',
      to: 'ee:ee:ee:ee:ee:ee',
      frame: 'IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1',
      ttl: '64',
      'inner ttl': '64',
      DF: 'set',
      source: '172.16.158.1',
      destination: '172.16.158.2',
    });
  });

  it('reads as tcpdump prints it', () => {
    const reply: ArpPacket = { ...ASK, operation: 'reply', senderIp: POD2 };
    const said = [framed(ASK), framed(reply), IPIP, VXLAN].map((frame) =>
      describeFrame(frame, ownerName),
    );
    const ping = 'IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1';
    expect(said).to.deep.equal([
      'ARP, Request who-has 169.254.1.1 tell 172.16.158.1',
      'ARP, Reply 172.16.158.2 is-at pod1',
      `IP 192.168.10.101 > 192.168.10.102: ${ping}`,
      `IP 192.168.10.101 > 192.168.10.102: VXLAN, vni 4096: ${ping}`,
    ]);
  });

  it('counts the bytes of a fragment', () => {
    const bytes = new Uint8Array(1456);
    const piece = { ...carrying(1, { kind: 'data', bytes }), fragmentOffset: 1456 };
    expect(describeFrame(piece, sameName)).to.equal(
      'IP 192.168.10.101 > 192.168.10.102: fragment at 1456, 1456 bytes',
    );
  });
});

describe('a header as a row', () => {
  it('has ports and the VNI only where there are any', () => {
    expect(headerRow(VXLAN)).to.deep.equal({
      source: '192.168.10.101',
      destination: '192.168.10.102',
      protocol: 'UDP (17)',
      ttl: '63',
      DF: 'set',
      id: 'not zero',
      'source port': '41567',
      'destination port': '4789',
      VNI: '4096',
    });
    const { protocol, VNI } = headerRow(IPIP);
    expect([protocol, VNI]).to.deep.equal(['IPIP (4)', '']);
  });
});
