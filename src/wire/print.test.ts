import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import { captureBytes, LINKTYPE_ETHERNET, LINKTYPE_IPV4 } from './capture/capture';
import { writePcap } from './capture/pcap';
import type { Frame } from './ethernet';
import type { Ipv4Packet } from './ipv4';
import { linkLine, packetLine, verboseLines } from './print';
import { judge, needsProgram } from './testing/referee';
import {
  frameOf,
  ipip,
  packetOf,
  sampleFrames,
  samplePackets,
  vxlan,
} from './testing/sample-frames';

const request = frameOf({
  kind: 'arp',
  operation: 'request',
  senderMac: mac('a2:2e:1f:be:7c:23'),
  senderIp: ipv4('172.16.158.3'),
  targetMac: mac('00:00:00:00:00:00'),
  targetIp: ipv4('169.254.1.1'),
});

/** The inner echo request of a ping to another node. */
const forwarded = packetOf({ id: 12_938, ttl: 63, destination: ipv4('172.16.116.1') });

describe('a frame in one line', () => {
  it('is what tcpdump prints of an ARP request', () => {
    expect(packetLine(request)).to.equal(
      'ARP, Request who-has 169.254.1.1 tell 172.16.158.3, length 28',
    );
  });

  it('is what tcpdump prints of a ping', () => {
    expect(packetLine(frameOf(packetOf({})))).to.equal(
      'IP 172.16.158.3 > 172.16.158.2: ICMP echo request, id 6617, seq 1, length 64',
    );
  });

  it('shows both headers of IPIP', () => {
    expect(packetLine(ipip(forwarded))).to.equal(
      'IP 192.168.10.101 > 192.168.10.10: IP 172.16.158.3 > 172.16.116.1: ICMP echo request, id 6617, seq 1, length 64',
    );
  });

  it('gives the frame inside VXLAN a second line', () => {
    expect(packetLine(vxlan(forwarded)).split('\n')).to.deep.equal([
      'IP 192.168.10.101.40000 > 192.168.10.10.4789: VXLAN, flags [I] (0x08), vni 4096',
      'IP 172.16.158.3 > 172.16.116.1: ICMP echo request, id 6617, seq 1, length 64',
    ]);
  });

  it('begins with the MAC addresses if asked', () => {
    expect(linkLine(request)).to.equal(
      'a2:2e:1f:be:7c:23 > ee:ee:ee:ee:ee:ee, ethertype ARP (0x0806), length 42: Request who-has 169.254.1.1 tell 172.16.158.3, length 28',
    );
  });

  it('tells the fields of both IP headers if asked', () => {
    expect(verboseLines(ipip(forwarded)).split('\n')).to.deep.equal([
      'IP (tos 0x0, ttl 64, id 4097, offset 0, flags [DF], proto IPIP (4), length 104)',
      '    192.168.10.101 > 192.168.10.10: IP (tos 0x0, ttl 63, id 12938, offset 0, flags [DF], proto ICMP (1), length 84)',
      '    172.16.158.3 > 172.16.116.1: ICMP echo request, id 6617, seq 1, length 64',
    ]);
  });
});

describe('tcpdump, as a referee,', () => {
  const styles: readonly [string, (seen: Frame | Ipv4Packet) => string, readonly string[]][] = [
    ['in one line', packetLine, []],
    ['with -e', linkLine, ['-e']],
    ['with -v', verboseLines, ['-v']],
  ];
  const links: readonly [string, number, () => (Frame | Ipv4Packet)[]][] = [
    ['frames', LINKTYPE_ETHERNET, sampleFrames],
    ['packets without a link layer', LINKTYPE_IPV4, samplePackets],
  ];
  for (const [how, print, flags] of styles) {
    for (const [what, linkType, samples] of links) {
      it(`prints ${what} ${how} as we do`, function () {
        needsProgram(this, 'tcpdump');
        const seen = samples();
        const file = writePcap(
          linkType,
          seen.map((frame, atUs) => ({ atUs, bytes: captureBytes(frame) })),
        );
        const printed = judge('tcpdump', ['-nn', '-S', '-t', ...flags, '-r', '{}'], file);
        expect(printed.trimEnd().split('\n')).to.deep.equal(
          seen.flatMap((frame) => print(frame).split('\n')),
        );
      });
    }
  }
});
