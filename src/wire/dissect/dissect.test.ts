import { expect } from 'chai';
import fc from 'fast-check';
import { LINKTYPE_ETHERNET, LINKTYPE_IPV4, LINKTYPE_RAW } from '../capture/capture';
import { encodeFrame, encodePacket } from '../encode';
import { arbitraryFrame } from '../testing/arbitrary-frames';
import { bytes as hexBytes } from '../testing/hex';
import { needsProgram } from '../testing/referee';
import { echo, packetOf, sampleFrames, samplePackets } from '../testing/sample-frames';
import { dissect } from './dissect';
import type { FieldNode } from './field-tree';
import { expectAsTshark, type JudgedFrame } from './judged-frames.fixture';
import { oddFrames } from './odd-frames.fixture';

/** Options of satellites, middleboxes and experiments, which are `Unknown` here; and one more ARP. */
const UNSPOKEN =
  /SCPS|SNACK|Riverbed|Experimental|Multipath|TCP AO|Fast Open|User Timeout|Quick-Start|Security|Address Extension|Upstream|Selective|Dynamic Packet|Cisco ACI/i;

const over =
  (linkType: number) =>
  (bytes: Uint8Array): JudgedFrame => ({ linkType, atUs: 0, bytes });

describe('the fields and the summary of a frame are those of tshark', () => {
  before(function () {
    needsProgram(this, 'tshark');
  });

  it('for one frame of each kind that the program sends', () => {
    expectAsTshark(sampleFrames().map(encodeFrame).map(over(LINKTYPE_ETHERNET)));
  });

  it('for packets without a link layer', () => {
    const packets = samplePackets().map(encodePacket);
    expectAsTshark([...packets.map(over(LINKTYPE_IPV4)), ...packets.map(over(LINKTYPE_RAW))]);
  });

  it('for options, lies and frames cut short that nobody sends', () => {
    expectAsTshark(oddFrames().map(over(LINKTYPE_ETHERNET)));
  }).timeout(15_000);

  it('for the time in the data of a ping, where it is near', () => {
    const atUs = 1_767_225_600_000_000;
    const data = [
      '6955b900 0001e240',
      '00b95569 40e20100',
      '01b95569 40420f00',
      '6955b9ff 00000000',
    ];
    const times = [...data, '6957b900 00000000', '00b95569 40e20100 00', '00b95569 40e201', ''];
    const frames = times.map((text): JudgedFrame => {
      const payload = { ...echo('request'), data: hexBytes(text) };
      return { linkType: LINKTYPE_IPV4, atUs, bytes: encodePacket(packetOf({ payload })) };
    });
    expectAsTshark(frames);
  });

  it('for any frame', () => {
    const frames = fc
      .sample(arbitraryFrame, { seed: 20_160_101, numRuns: 600 })
      .map(encodeFrame)
      .map(over(LINKTYPE_ETHERNET));
    let skipped = 0;
    expectAsTshark(frames, (fields) => {
      const isSpoken = !UNSPOKEN.test(fields);
      if (!isSpoken) skipped += 1;
      return isSpoken;
    });
    expect(skipped).to.be.lessThan(frames.length / 20);
  }).timeout(15_000);
});

describe('dissect', () => {
  it('never throws, and places every field inside of the frame', () => {
    const linkType = fc.constantFrom(1, 101, 228, 276, 999);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), linkType, (bytes, link) => {
        expect(dissect(bytes, link, 0).every((node) => isInside(node, bytes.length))).to.equal(
          true,
        );
      }),
    );
  });

  it('never throws where a frame was damaged', () => {
    const damage = fc.tuple(arbitraryFrame, fc.nat(200), fc.nat(255));
    fc.assert(
      fc.property(damage, ([frame, at, octet]) => {
        const bytes = encodeFrame(frame);
        bytes[at % bytes.length] = octet;
        const cut = bytes.subarray(0, bytes.length - (octet % 7));
        expect(dissect(cut, 1).every((node) => isInside(node, cut.length))).to.equal(true);
      }),
    );
  });

  it('ends its walk through packets in packets, however deep', () => {
    const header = [0x45, 0, 0, 0, 0, 0, 0, 0, 64, 4, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2];
    const layers = 3000;
    const bytes = new Uint8Array(layers * 20);
    for (let layer = 0; layer < layers; layer += 1) bytes.set(header, layer * 20);
    expect(() => dissect(bytes, 101)).to.not.throw();
  });
});

function isInside(node: FieldNode, size: number): boolean {
  const { offset, length, children } = node;
  return offset + length <= size && children.every((child) => isInside(child, size));
}
