import { expect } from 'chai';
import fc from 'fast-check';
import { arbitraryFrame, arbitraryPacket } from '../testing/arbitrary-frames';
import { bytes } from '../testing/hex';
import { judge, needsProgram } from '../testing/referee';
import { sampleFrames, samplePackets } from '../testing/sample-frames';
import {
  type Capture,
  type CaptureDirection,
  captureBytes,
  decodeCaptured,
  LINKTYPE_ETHERNET,
  LINKTYPE_IPV4,
  linkTypeOf,
} from './capture';
import { writePcap } from './pcap';
import { readCapture } from './read-capture';
import { writePcapng } from './write-pcapng';

const ETH0 = 'k8s-w1 eth0';
const TUNL0 = 'k8s-w1 tunl0';

const interfaces = [
  { name: ETH0, linkType: LINKTYPE_ETHERNET },
  { name: TUNL0, linkType: LINKTYPE_IPV4 },
];

const atUs = fc.integer({ min: 0, max: 4_000_000_000_000 });
const direction = fc.constantFrom<CaptureDirection | undefined>('in', 'out', 'other', undefined);

const capture: fc.Arbitrary<Capture> = fc
  .array(
    fc.record({
      interfaceName: fc.constantFrom(ETH0, TUNL0),
      atUs,
      direction,
      bytes: fc.uint8Array({ maxLength: 70 }),
    }),
  )
  .map((frames) => ({ interfaces, frames }));

/** Every kind of frame on eth0, every kind of packet on tunl0. */
function everyKind(): Capture {
  const frames = sampleFrames().map((frame) => ({ interfaceName: ETH0, frame }));
  const packets = samplePackets().map((frame) => ({ interfaceName: TUNL0, frame }));
  return {
    interfaces,
    frames: [...frames, ...packets].map(({ interfaceName, frame }, index) => ({
      interfaceName,
      atUs: index * 10,
      direction: index % 2 === 0 ? 'out' : 'in',
      bytes: captureBytes(frame),
    })),
  };
}

describe('a pcapng file', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(capture, (written) => {
        expect(readCapture(writePcapng(written), '')).to.deep.equal(written);
      }),
    );
  });

  it('says at which block it breaks', () => {
    const file = writePcapng({ interfaces, frames: [] });
    file.set([0, 0, 0, 7], 32);
    expect(() => readCapture(file, '')).to.throw('the block at byte 28 claims a length of 7');
  });

  it('never makes the reader fail otherwise, wherever it is cut', () => {
    const file = writePcapng(everyKind());
    fc.assert(
      fc.property(fc.integer({ min: 28, max: file.length }), (end) => {
        expect(readCapture(file.slice(0, end), '').frames.length).to.be.at.most(
          everyKind().frames.length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('a pcap file', () => {
  it('reads back as it was written, under the name that it is given', () => {
    fc.assert(
      fc.property(capture, ({ frames }) => {
        const file = writePcap(LINKTYPE_ETHERNET, frames);
        expect(readCapture(file, 'eth0')).to.deep.equal({
          interfaces: [{ name: 'eth0', linkType: LINKTYPE_ETHERNET }],
          frames: frames.map((frame) => ({
            interfaceName: 'eth0',
            atUs: frame.atUs,
            direction: undefined,
            bytes: frame.bytes,
          })),
        });
      }),
    );
  });

  it('is read in the byte order of the machine that wrote it, with nanoseconds too', () => {
    const file = bytes(
      '4d3cb2a1 02000400 00000000 00000000 00000400 01000000 01000000 e8030000 02000000 02000000 beef',
    );
    expect(readCapture(file, 'eth0').frames).to.deep.equal([
      { interfaceName: 'eth0', atUs: 1_000_001, direction: undefined, bytes: bytes('beef') },
    ]);
  });

  it('is not what other bytes are', () => {
    expect(() => readCapture(bytes('00112233'), '')).to.throw('neither a pcap nor a pcapng file');
  });
});

describe('captured bytes', () => {
  it('are the frame or the packet that was captured', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryFrame, arbitraryPacket), (seen) => {
        expect(decodeCaptured(linkTypeOf(seen), captureBytes(seen))).to.deep.equal(seen);
      }),
    );
  });

  it('of a link type without a codec are malformed', () => {
    expect(decodeCaptured(105, bytes('00'))).to.deep.equal({
      kind: 'malformed',
      reason: 'UNHANDLED_PROTO',
    });
  });
});

/** Checksums are on trial; HTTP and the like are not, nor is a conversation that makes no sense. */
const TSHARK = [
  ...['-n', '-r', '{}', '-o', 'ip.check_checksum:TRUE', '-o', 'udp.check_checksum:TRUE'],
  ...['-o', 'tcp.check_checksum:TRUE', '-o', 'tcp.analyze_sequence_numbers:FALSE'],
];

describe('tshark, as a referee,', () => {
  const faults =
    '_ws.malformed || ip.checksum.status == 0 || udp.checksum.status == 0 || ' +
    'tcp.checksum.status == 0 || icmp.checksum.status == 0 || _ws.expert.severity == error';

  it('finds no malformed frame and no bad checksum', function () {
    needsProgram(this, 'tshark');
    expect(judge('tshark', [...TSHARK, '-Y', faults], writePcapng(everyKind()))).to.equal('');
  }).timeout(20_000);

  it('would find a byte that is wrong', function () {
    needsProgram(this, 'tshark');
    const [first] = samplePackets();
    const frame = captureBytes(first ?? expect.fail('there are samples'));
    const wrong = Uint8Array.of(...frame.slice(0, -1), 0xa5);
    const file = writePcap(LINKTYPE_IPV4, [{ atUs: 0, bytes: wrong }]);
    expect(judge('tshark', [...TSHARK, '-Y', faults], file)).to.contain('172.16.158.3');
  }).timeout(20_000);

  it('reads names, times, directions and lengths as they were written', function () {
    needsProgram(this, 'tshark');
    const written = everyKind();
    const fields = [
      'frame.interface_name',
      'frame.time_epoch',
      'frame.len',
      'frame.packet_flags_direction',
    ];
    const words = [...TSHARK, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
    expect(judge('tshark', words, writePcapng(written)).trimEnd().split('\n')).to.deep.equal(
      written.frames.map(({ interfaceName, atUs, bytes, direction }) =>
        [
          interfaceName,
          `0.${String(atUs).padStart(6, '0')}000`,
          bytes.length,
          direction === 'in' ? '0x00000001' : '0x00000002',
        ].join('\t'),
      ),
    );
  }).timeout(20_000);
});
