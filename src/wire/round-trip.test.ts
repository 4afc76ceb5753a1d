/**
 * The laws of the codecs, over frames of every kind: what is written reads back equal, its length
 * is what was promised, and bytes that were read are written again as they came.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { decodeFrame, decodePacket } from './decode';
import { encodeFrame, encodePacket } from './encode';
import { frameLength, packetLength } from './ipv4';
import { arbitraryFrame, arbitraryPacket } from './testing/arbitrary-frames';
import { hex } from './testing/hex';

describe('the codecs together', () => {
  it('read every frame back that they write', () => {
    fc.assert(
      fc.property(arbitraryFrame, (frame) => {
        expect(decodeFrame(encodeFrame(frame))).to.deep.equal(frame);
      }),
      { numRuns: 300 },
    );
  });

  it('read every packet back that they write', () => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        expect(decodePacket(encodePacket(packet))).to.deep.equal(packet);
      }),
    );
  });

  it('write as many bytes as the length of the frame says', () => {
    fc.assert(
      fc.property(arbitraryFrame, arbitraryPacket, (frame, packet) => {
        expect(encodeFrame(frame)).to.have.lengthOf(frameLength(frame));
        expect(encodePacket(packet)).to.have.lengthOf(packetLength(packet));
      }),
    );
  });

  it('lose nothing of a packet that a bit was flipped in, unless the IP header is hurt', () => {
    fc.assert(
      fc.property(arbitraryPacket, fc.nat(), fc.nat(7), (packet, where, bit) => {
        const bytes = encodePacket(packet);
        const at = where % bytes.length;
        bytes.set([(bytes.at(at) ?? 0) ^ (1 << bit)], at);
        const read = decodePacket(bytes);
        if (read.kind === 'malformed') expect(at).to.be.below(20 + packet.options.length);
        else expect(hex(encodePacket(read))).to.equal(hex(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('never throw, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        decodePacket(bytes);
        decodeFrame(bytes);
      }),
    );
  });

  it('read a view into a longer buffer as they read a buffer of its own', () => {
    fc.assert(
      fc.property(arbitraryFrame, fc.nat(9), (frame, at) => {
        const bytes = encodeFrame(frame);
        const around = new Uint8Array(bytes.length + 20).fill(0xa5);
        around.set(bytes, at);
        expect(decodeFrame(around.subarray(at, at + bytes.length))).to.deep.equal(frame);
      }),
    );
  });
});
