/** A capture that comes in pieces. */
import { expect } from 'chai';
import fc from 'fast-check';
import { PcapStream, type StreamedPacket } from './pcap-stream';

/** A stream as tcpdump writes it on this machine: little-endian, with nanoseconds. */
function streamOf(
  packets: readonly { readonly atNs: bigint; readonly bytes: Uint8Array }[],
): Uint8Array {
  const parts = packets.map(({ atNs, bytes }) => {
    const header = new DataView(new ArrayBuffer(16));
    header.setUint32(0, Number(atNs / 1_000_000_000n), true);
    header.setUint32(4, Number(atNs % 1_000_000_000n), true);
    header.setUint32(8, bytes.length, true);
    header.setUint32(12, bytes.length, true);
    return [...new Uint8Array(header.buffer), ...bytes];
  });
  const head = new DataView(new ArrayBuffer(24));
  head.setUint32(0, 0xa1b23c4d, true);
  head.setUint32(20, 1, true);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...parts.flat()]);
}

const packet = fc.record({
  atNs: fc.bigInt(0n, 4_000_000_000_000_000_000n),
  bytes: fc.uint8Array({ maxLength: 60 }),
});

describe('a capture that is still being written', () => {
  it('gives the same packets wherever it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 6 }), fc.array(fc.nat(400)), (packets, cuts) => {
        const bytes = streamOf(packets);
        const stream = new PcapStream();
        const seen: StreamedPacket[] = [];
        const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort(
          (one, other) => one - other,
        );
        let at = 0;
        for (const end of ends) {
          seen.push(...stream.take(bytes.slice(at, end)));
          at = end;
        }
        expect(seen).to.deep.equal(packets.map((one) => ({ ...one, isCut: false })));
        expect(stream.linkType).to.equal(1);
      }),
    );
  });

  it('is refused where it is none', () => {
    expect(() => new PcapStream().take(new Uint8Array(24))).to.throw('not a pcap stream');
  });
});
