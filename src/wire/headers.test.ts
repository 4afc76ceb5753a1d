/**
 * Every header codec against bytes from a capture, written over 0xa5 so that a forgotten byte shows.
 */
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import { arp } from './arp';
import { type Codec, viewOf } from './codec';
import { ethernet } from './ethernet';
import { icmp } from './icmp';
import { NO_OPTIONS } from './ipv4';
import { readIpv4Header, writeIpv4Header } from './ipv4-header';
import { tcp } from './tcp';
import { bytes, hex } from './testing/hex';
import { udp } from './udp';
import { vxlan } from './vxlan';

/** The header stands three bytes into the buffer, and nothing around it is touched. */
function check<Header>(name: string, codec: Codec<Header>, header: Header, expected: string): void {
  const size = bytes(expected).length;

  it(`of ${name} is written as a capture shows it`, () => {
    const buffer = new Uint8Array(size + 6).fill(0xa5);
    codec.write(header, viewOf(buffer), 3);
    expect(hex(buffer)).to.equal(`a5a5a5${hex(bytes(expected))}a5a5a5`);
    expect(codec.size(header)).to.equal(size);
  });

  it(`of ${name} reads back`, () => {
    const view = viewOf(bytes(`a5a5a5 ${expected}`));
    expect(codec.read(view, 3, view.byteLength)).to.deep.equal(header);
  });

  it(`of ${name} is malformed where it is cut short`, () => {
    const view = viewOf(bytes(expected));
    for (let end = 0; end < Math.min(size, 8); end++) {
      expect(codec.read(view, 0, end)).to.include({ kind: 'malformed', reason: 'HDR_TRUNC' });
    }
  });
}

describe('the header', () => {
  check(
    'Ethernet',
    ethernet,
    { destination: mac('ff:ff:ff:ff:ff:ff'), source: mac('a2:2e:1f:be:7c:23'), etherType: 0x0806 },
    'ffffffffffff a22e1fbe7c23 0806',
  );
  check(
    'an ARP request',
    arp,
    {
      kind: 'arp',
      operation: 'request',
      senderMac: mac('a2:2e:1f:be:7c:23'),
      senderIp: ipv4('172.16.158.3'),
      targetMac: mac('00:00:00:00:00:00'),
      targetIp: ipv4('169.254.1.1'),
    },
    '0001 0800 06 04 0001 a22e1fbe7c23 ac109e03 000000000000 a9fe0101',
  );
  check(
    'an echo request',
    icmp,
    { kind: 'icmp-echo', type: 'request', id: 0x19d9, sequence: 1, data: bytes('6869') },
    '08 00 75bc 19d9 0001 6869',
  );
  check(
    'UDP',
    udp,
    { sourcePort: 41_567, destinationPort: 4789, length: 8, checksum: 0xbeef },
    'a25f 12b5 0008 beef',
  );
  check(
    'TCP',
    tcp,
    {
      kind: 'tcp',
      sourcePort: 80,
      destinationPort: 41_000,
      sequence: 0xdeadbeef,
      acknowledgement: 2,
      flags: 0x12,
      window: 64_240,
      options: bytes('020405b4'),
      data: bytes('68'),
    },
    '0050 a028 deadbeef 00000002 60 12 faf0 0000 0000 020405b4 68',
  );
  check('VXLAN', vxlan, { vni: 4096 }, '08000000 00100000');
});

describe('the IPv4 header', () => {
  // The example that most texts on the header checksum use.
  const fields = {
    tos: 0,
    id: 0,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: 17,
    source: ipv4('192.168.0.1'),
    destination: ipv4('192.168.0.199'),
    options: NO_OPTIONS,
  };
  const known = '4500 0073 0000 4000 4011 b861 c0a80001 c0a800c7';

  it('is written with its checksum', () => {
    const buffer = new Uint8Array(22).fill(0xa5);
    writeIpv4Header(fields, 115, viewOf(buffer), 1);
    expect(hex(buffer)).to.equal(`a5${hex(bytes(known))}a5`);
  });

  it('reads back', () => {
    expect(readIpv4Header(viewOf(bytes(known)), 0, 20)).to.deep.equal({
      ...fields,
      totalLength: 115,
    });
  });

  const faults: readonly [string, string, string][] = [
    ['of version 6', known.replace('45', '65'), 'IP_INHDR'],
    ['with four words', known.replace('45', '44'), 'IP_INHDR'],
    ['with options that are not there', known.replace('45', '46'), 'IP_INHDR'],
    ['cut short', known.slice(0, -2), 'IP_INHDR'],
    ['whose TTL was changed on the way', known.replace('4011', '3f11'), 'IP_CSUM'],
    [
      'that claims to be longer than its packet',
      known.replace('0073 ', '0013 ').replace('b861', 'b8c1'),
      'IP_INHDR',
    ],
  ];
  for (const [what, header, reason] of faults) {
    it(`${what} is dropped as ${reason}`, () => {
      const view = viewOf(bytes(header));
      expect(readIpv4Header(view, 0, view.byteLength)).to.deep.equal({ kind: 'malformed', reason });
    });
  }
});

describe('a header that Linux refuses', () => {
  it('is VXLAN without a VNI, or with bits that nobody announced', () => {
    for (const text of [
      '00000000 00100000',
      '08000001 00100000',
      '88000000 00100000',
      '08000000 00100001',
    ]) {
      expect(vxlan.read(viewOf(bytes(text)), 0, 8)).to.include({ reason: 'VXLAN_INVALID_HDR' });
    }
  });

  it('is UDP that claims more than there is, or less than a header', () => {
    for (const text of ['0001 0002 0009 0000', '0001 0002 0007 0000']) {
      expect(udp.read(viewOf(bytes(text)), 0, 8)).to.include({ reason: 'PKT_TOO_SMALL' });
    }
  });

  it('is TCP whose options do not fit', () => {
    const short = bytes('0050 a028 00000001 00000002 60 12 faf0 0000 0000');
    expect(tcp.read(viewOf(short), 0, 20)).to.include({ reason: 'PKT_TOO_SMALL' });
  });
});
