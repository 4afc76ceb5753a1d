import { expect } from 'chai';
import fc from 'fast-check';
import { runFeatures } from '../../../steps/support/run-features';
import { CAPTURE_MEDIA_TYPE } from '../../report/model/media-types';
import { LINKTYPE_ETHERNET, LINKTYPE_IPV4, LINKTYPE_RAW } from '../capture/capture';
import { readCapture } from '../capture/read-capture';
import { encodeFrame, encodePacket } from '../encode';
import { arbitraryFrame } from '../testing/arbitrary-frames';
import { needsProgram } from '../testing/referee';
import { sampleFrames, samplePackets } from '../testing/sample-frames';
import { dissect, summarise } from './dissect';
import type { FieldNode } from './field-tree';
import { fieldsByTshark, type JudgedFrame, summariesByTshark } from './judged-frames.fixture';
import { oddFrames } from './odd-frames.fixture';

/** Options of satellites, middleboxes and experiments, which are `Unknown` here; and one more ARP. */
const UNSPOKEN =
  /SCPS|SNACK|Riverbed|Experimental|Multipath|TCP AO|Fast Open|User Timeout|Quick-Start|Security|Address Extension|Upstream|Selective|Dynamic Packet|Cisco ACI/i;

const over =
  (linkType: number) =>
  (bytes: Uint8Array): JudgedFrame => ({ linkType, atUs: 0, bytes });

/** Both answers to every frame are asserted whole: trees with name, label, value and place of each field. */
function expectSame(frames: readonly JudgedFrame[], isSpoken = (_fields: string) => true): void {
  const fields = fieldsByTshark(frames);
  const summaries = summariesByTshark(frames);
  expect([fields.length, summaries.length]).to.deep.equal([frames.length, frames.length]);
  frames.forEach(({ bytes, linkType, atUs }, index) => {
    if (!isSpoken(JSON.stringify(fields[index]))) return;
    const mine = { fields: dissect(bytes, linkType, atUs), summary: summarise(bytes, linkType) };
    const theirs = { fields: fields[index], summary: summaries[index] };
    // Chai compares slowly what is equal.
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return;
    expect(mine, `frame ${index}`).to.deep.equal(theirs);
    throw new Error(`frame ${index}: the order of keys`);
  });
}

describe('the fields and the summary of a frame are those of tshark', () => {
  const { TZ } = process.env;

  before(function () {
    needsProgram(this, 'tshark');
    // Times in the data of a ping are shown in local time.
    process.env['TZ'] = 'UTC';
  });

  after(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it('for one frame of each kind that the program sends', () => {
    expectSame(sampleFrames().map(encodeFrame).map(over(LINKTYPE_ETHERNET)));
  });

  it('for packets without a link layer', () => {
    const packets = samplePackets().map(encodePacket);
    expectSame([...packets.map(over(LINKTYPE_IPV4)), ...packets.map(over(LINKTYPE_RAW))]);
  });

  it('for options, lies and frames cut short that nobody sends', () => {
    expectSame(oddFrames().map(over(LINKTYPE_ETHERNET)));
  }).timeout(15_000);

  it('for any frame', () => {
    const frames = fc
      .sample(arbitraryFrame, { seed: 20_160_101, numRuns: 600 })
      .map(encodeFrame)
      .map(over(LINKTYPE_ETHERNET));
    let skipped = 0;
    expectSame(frames, (fields) => {
      const isSpoken = !UNSPOKEN.test(fields);
      if (!isSpoken) skipped += 1;
      return isSpoken;
    });
    expect(skipped).to.be.lessThan(frames.length / 20);
  }).timeout(15_000);

  it('for every frame of the features', async () => {
    const frames = await framesOfFeatures();
    expect(frames.length).to.be.greaterThan(400);
    expectSame(frames);
  }).timeout(60_000);
});

/** Each different content once. */
async function framesOfFeatures(): Promise<JudgedFrame[]> {
  const messages = await runFeatures(['features'], 'sim');
  const captures = messages.flatMap(({ attachment }) =>
    attachment?.mediaType === CAPTURE_MEDIA_TYPE
      ? [readCapture(Buffer.from(attachment.body, 'base64'), '')]
      : [],
  );
  const different = new Map<string, JudgedFrame>();
  for (const { interfaces, frames } of captures) {
    const linkTypes = new Map(interfaces.map(({ name, linkType }) => [name, linkType]));
    for (const { interfaceName, atUs, bytes } of frames) {
      const linkType = linkTypes.get(interfaceName) ?? LINKTYPE_ETHERNET;
      different.set(`${linkType} ${bytes}`, { linkType, atUs, bytes });
    }
  }
  // The scale of a window stands in SYNs: tshark has not seen them when it reads the rest.
  const isSyn = ({ bytes, linkType }: JudgedFrame) =>
    summarise(bytes, linkType).info.includes('[SYN');
  const all = [...different.values()];
  return [...all.filter((frame) => !isSyn(frame)), ...all.filter(isSyn)];
}

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
